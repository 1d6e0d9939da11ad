/// What image towers run on: the graphics card where one can be used, else the processor. Knows no runtime.
@NullMarked
package semblance.model.provider;

import org.jspecify.annotations.NullMarked;
