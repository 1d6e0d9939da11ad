package javafx.scene;

/// Stands for JavaFX, which the class path of these tests does not hold.
public final class Node {
}
