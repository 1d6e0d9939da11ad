/// The threads of a library: named, bounded, made and closed in one place.
@NullMarked
package semblance.indexer.concurrent;

import org.jspecify.annotations.NullMarked;
