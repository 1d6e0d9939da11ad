package planted.semblance.indexer;

import javax.imageio.ImageIO;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.IMAGEIO_IN_DECODING)
final class UsesImageIo {
    static final Class<?> USED = ImageIO.class;
}
