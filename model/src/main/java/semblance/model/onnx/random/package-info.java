/// Dual encoders of random weights in the shape of published ones: as fast as those, for measuring machines, and good for
/// nothing else.
@NullMarked
package semblance.model.onnx.random;

import org.jspecify.annotations.NullMarked;
