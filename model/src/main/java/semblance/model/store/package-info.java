/// The models on this machine: those that come with the program and those that a user has added.
@NullMarked
package semblance.model.store;

import org.jspecify.annotations.NullMarked;
