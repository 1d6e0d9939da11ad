@NullMarked
package semblance.model.onnx;

import org.jspecify.annotations.NullMarked;
