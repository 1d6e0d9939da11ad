/// Dual encoders made of cards and files: the one way from a card to two towers, for every model.
@NullMarked
package semblance.model.encoder;

import org.jspecify.annotations.NullMarked;
