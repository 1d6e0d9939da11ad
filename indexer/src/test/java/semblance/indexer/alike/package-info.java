@NullMarked
package semblance.indexer.alike;

import org.jspecify.annotations.NullMarked;
