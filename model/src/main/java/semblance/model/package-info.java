/// Dual encoders: they map pictures and sentences into one embedding space, where a picture and its caption lie near
/// each other (Radford et al. 2021, CLIP). Nothing here knows folders, catalogs or windows.
@NullMarked
package semblance.model;

import org.jspecify.annotations.NullMarked;
