/// What a search shows.
@NullMarked
package semblance.indexer.search;

import org.jspecify.annotations.NullMarked;
