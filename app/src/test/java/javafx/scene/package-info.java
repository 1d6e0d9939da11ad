/// A name only: rules see the package a class depends on, not what is in it.
@NullMarked
package javafx.scene;

import org.jspecify.annotations.NullMarked;
