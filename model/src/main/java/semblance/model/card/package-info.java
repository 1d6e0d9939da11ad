/// What is known about a model: a card says which files its towers are, how pictures and texts have to be prepared for
/// them and what their outputs mean. Nothing about a model stands in the code.
@NullMarked
package semblance.model.card;

import org.jspecify.annotations.NullMarked;
