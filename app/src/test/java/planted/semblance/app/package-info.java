/// Breaks the rules for the program and its command line.
@NullMarked
package planted.semblance.app;

import org.jspecify.annotations.NullMarked;
