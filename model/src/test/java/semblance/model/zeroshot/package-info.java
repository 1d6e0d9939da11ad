/// Tests of zero-shot classification.
@NullMarked
package semblance.model.zeroshot;

import org.jspecify.annotations.NullMarked;
