/// Telling what a picture shows without having been trained for the labels asked for.
@NullMarked
package semblance.model.zeroshot;

import org.jspecify.annotations.NullMarked;
