/// Where the files of models are, and whether they are what their cards say.
@NullMarked
package semblance.model.files;

import org.jspecify.annotations.NullMarked;
