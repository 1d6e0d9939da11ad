/// Each command as a user calls it, in this process, with the real model and drawn photos.
@NullMarked
package semblance.app.cli;

import org.jspecify.annotations.NullMarked;
