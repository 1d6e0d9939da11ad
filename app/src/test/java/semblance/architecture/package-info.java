/// The rules of DESIGN that a class file can break, and the proof that each of them notices.
@NullMarked
package semblance.architecture;

import org.jspecify.annotations.NullMarked;
