/// Tests of tags.
@NullMarked
package semblance.indexer.tag;

import org.jspecify.annotations.NullMarked;
