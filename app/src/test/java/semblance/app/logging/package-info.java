/// Where the log and the complaints of native libraries go.
@NullMarked
package semblance.app.logging;

import org.jspecify.annotations.NullMarked;
