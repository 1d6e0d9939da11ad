/// The models screen: what there is, what it costs, what is in use.
@NullMarked
package semblance.app.window.models;

import org.jspecify.annotations.NullMarked;
