/// The towers as ONNX graphs, run by ONNX Runtime on the CPU. The only package that knows the runtime.
@NullMarked
package semblance.model.onnx;

import org.jspecify.annotations.NullMarked;
