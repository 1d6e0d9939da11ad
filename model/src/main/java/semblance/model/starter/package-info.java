/// The dual encoder that comes with the program, so that it works without any download. MODEL_CARD.md says what it can
/// do and where it comes from.
@NullMarked
package semblance.model.starter;

import org.jspecify.annotations.NullMarked;
