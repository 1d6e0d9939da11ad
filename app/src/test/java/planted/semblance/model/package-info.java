/// Breaks the rules for encoders.
@NullMarked
package planted.semblance.model;

import org.jspecify.annotations.NullMarked;
