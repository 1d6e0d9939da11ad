/// From text to the token ids of a text tower. The only package that knows DJL.
@NullMarked
package semblance.model.tokenizer;

import org.jspecify.annotations.NullMarked;
