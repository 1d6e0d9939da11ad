/// From a folder that somebody else has exported a model into to a card: what the folder says, checked against the graphs
/// and tried out before it is believed.
@NullMarked
package semblance.model.importing;

import org.jspecify.annotations.NullMarked;
