/// What tests of all modules share: pictures, seeds, and the folder of files that are not in the repository.
@NullMarked
package semblance.model.testing;

import org.jspecify.annotations.NullMarked;
