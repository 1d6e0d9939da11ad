@NullMarked
package semblance.model.onnx.random;

import org.jspecify.annotations.NullMarked;
