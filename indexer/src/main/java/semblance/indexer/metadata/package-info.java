/// What photos and their sidecars say about themselves: when, where and with what they were taken, and what people wrote.
@NullMarked
package semblance.indexer.metadata;

import org.jspecify.annotations.NullMarked;
