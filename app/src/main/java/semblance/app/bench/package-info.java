/// Measures what this machine does: decoding, preprocessing, encoding, searching.
@NullMarked
package semblance.app.bench;

import org.jspecify.annotations.NullMarked;
