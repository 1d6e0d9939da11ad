package semblance.app.window.testing;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import com.sun.javafx.tk.TKClipboard;

/// Things dragged in from other programs, for which a screen in memory has no other programs: the real handlers get real
/// events with a made-up dragboard.
public final class DragAndDrop {
    private final Map<DataFormat, Object> content;

    private DragAndDrop(Map<DataFormat, Object> content) {
        this.content = content;
    }

    public static DragAndDrop files(Path... paths) {
        List<File> files = Stream.of(paths).map(Path::toFile).toList();
        return new DragAndDrop(Map.of(DataFormat.FILES, files));
    }

    public static DragAndDrop image(Image image) {
        return new DragAndDrop(Map.of(DataFormat.IMAGE, image));
    }

    public static DragAndDrop address(String url) {
        return new DragAndDrop(Map.of(DataFormat.URL, url));
    }

    /// Drags it over a node and drops it there; on the UI thread.
    ///
    /// @return whether the node takes it
    public boolean dropOn(Node node) {
        Dragboard dragboard = dragboard();
        DragEvent over = event(DragEvent.DRAG_OVER, node, dragboard);
        Event.fireEvent(node, over);
        if (!over.isAccepted()) {
            return false;
        }
        Event.fireEvent(node, event(DragEvent.DRAG_DROPPED, node, dragboard));
        Event.fireEvent(node, event(DragEvent.DRAG_EXITED, node, dragboard));
        return true;
    }

    private static DragEvent event(EventType<DragEvent> type, Node node, Dragboard dragboard) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new DragEvent(node, node, type, dragboard, bounds.getCenterX(), bounds.getCenterY(),
                bounds.getCenterX(), bounds.getCenterY(), TransferMode.COPY, null, node, null);
    }

    private Dragboard dragboard() {
        Set<TransferMode> modes = EnumSet.allOf(TransferMode.class);
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(TKClipboard.class.getClassLoader(),
                new Class<?>[]{TKClipboard.class}, (_, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> content.containsKey(arguments[0]);
                    case "getContent" -> content.get(arguments[0]);
                    case "getContentTypes" -> content.keySet();
                    case "getTransferModes" -> modes;
                    default -> null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a dragboard is made in another way in this JavaFX", e);
        }
    }
}
