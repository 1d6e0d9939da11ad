/// The start script, run in a made-up checkout with a made-up Maven and JDK.
@NullMarked
package semblance.launcher;

import org.jspecify.annotations.NullMarked;
