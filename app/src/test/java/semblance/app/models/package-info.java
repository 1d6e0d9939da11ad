@NullMarked
package semblance.app.models;

import org.jspecify.annotations.NullMarked;
