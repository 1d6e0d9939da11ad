/// A hub of models on this machine, which can be told to misbehave.
@NullMarked
package semblance.model.testing.hub;

import org.jspecify.annotations.NullMarked;
