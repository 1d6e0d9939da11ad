/// Where the program keeps its files.
@NullMarked
package semblance.app;

import org.jspecify.annotations.NullMarked;
