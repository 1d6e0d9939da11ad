/// The way of a photo from the folder into the catalog and its views: scan, read, decode, encode, record. Each station
/// takes a record and hands one on; nothing later calls back into something earlier.
@NullMarked
package semblance.indexer.pipeline;

import org.jspecify.annotations.NullMarked;
