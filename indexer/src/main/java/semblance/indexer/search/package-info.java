/// Finding photos: by a description, by another picture.
@NullMarked
package semblance.indexer.search;

import org.jspecify.annotations.NullMarked;
