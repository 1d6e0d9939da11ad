/// Fetches files over the network: the only package that may, and only when a user has asked for a download. What comes is
/// what a card pins, by revision, size and hash, or it is not kept.
@NullMarked
package semblance.model.store.download;

import org.jspecify.annotations.NullMarked;
