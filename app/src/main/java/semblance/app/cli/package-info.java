/// The command line: results on standard output, progress and messages on standard error.
@NullMarked
package semblance.app.cli;

import org.jspecify.annotations.NullMarked;
