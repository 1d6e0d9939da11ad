@NullMarked
package semblance.model.store.download;

import org.jspecify.annotations.NullMarked;
