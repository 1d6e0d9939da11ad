/// The library of a user's photos: indexing folders and searching them. [PhotoLibrary] is the way in.
@NullMarked
package semblance.indexer;

import org.jspecify.annotations.NullMarked;
