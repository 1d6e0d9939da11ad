package semblance.app.window.drop;

import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Makes a node take what is dragged onto it. While something hangs over it, it has the pseudo-class `drop`.
public final class DropTarget {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final Node node;
    private final Consumer<Dropped> taker;

    private DropTarget(Node node, Consumer<Dropped> taker) {
        this.node = node;
        this.taker = taker;
    }

    /// Makes the node a target.
    ///
    /// @param taker called on the UI thread with what was dropped
    public static void install(Node node, Consumer<Dropped> taker) {
        DropTarget target = new DropTarget(node, taker);
        node.setOnDragOver(target::over);
        node.setOnDragExited(_ -> node.pseudoClassStateChanged(DROP, false));
        node.setOnDragDropped(target::dropped);
    }

    private void over(DragEvent event) {
        if (Dropped.mayBeUsed(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            node.pseudoClassStateChanged(DROP, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        node.pseudoClassStateChanged(DROP, false);
        Dropped dropped = Dropped.of(event.getDragboard());
        event.setDropCompleted(true);
        event.consume();
        taker.accept(dropped);
    }
}
