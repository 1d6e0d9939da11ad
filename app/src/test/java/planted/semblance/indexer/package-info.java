/// Breaks the rules for the back end.
@NullMarked
package planted.semblance.indexer;

import org.jspecify.annotations.NullMarked;
