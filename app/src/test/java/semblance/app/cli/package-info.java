/// Tests of the command line.
@NullMarked
package semblance.app.cli;

import org.jspecify.annotations.NullMarked;
