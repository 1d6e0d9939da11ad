package planted.semblance.indexer;

import org.bytedeco.opencv.opencv_core.Mat;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.OPENCV_IN_DECODING)
final class UsesOpenCv {
    static final Class<?> USED = Mat.class;
}
