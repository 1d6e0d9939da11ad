package semblance.app.window.grid;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a photo.
final class PhotoMenu {
    private final PhotoActions actions;
    private final ContextMenu menu = new ContextMenu();

    PhotoMenu(PhotoActions actions) {
        this.actions = actions;
    }

    void show(Node owner, ShownPhoto photo, double screenX, double screenY) {
        menu.getItems().setAll(
                item("open-photo", "Open", () -> actions.open(photo)),
                item("reveal-photo", "Show in file manager", () -> actions.reveal(photo)),
                item("copy-path", "Copy path", () -> actions.copyPath(photo)),
                new SeparatorMenuItem(),
                item("find-similar", "Find similar photos", () -> actions.findSimilar(photo)));
        menu.show(owner, screenX, screenY);
    }

    void hide() {
        menu.hide();
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
