@NullMarked
package semblance.model.tokenizer;

import org.jspecify.annotations.NullMarked;
