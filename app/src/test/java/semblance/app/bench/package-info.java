@NullMarked
package semblance.app.bench;

import org.jspecify.annotations.NullMarked;
