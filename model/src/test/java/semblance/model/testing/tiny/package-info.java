/// Small dual encoders with random weights, written as ONNX files in the layouts that models are published in, each with a
/// forward pass in plain Java to compare with.
@NullMarked
package semblance.model.testing.tiny;

import org.jspecify.annotations.NullMarked;
