package planted.semblance.indexer;

import java.awt.image.BufferedImage;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.IMAGEIO_IN_DECODING)
final class UsesBufferedImage {
    static final Class<?> USED = BufferedImage.class;
}
