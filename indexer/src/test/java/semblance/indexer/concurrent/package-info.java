/// Queues and threads, under load.
@NullMarked
package semblance.indexer.concurrent;

import org.jspecify.annotations.NullMarked;
