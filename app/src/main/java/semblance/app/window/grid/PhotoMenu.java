package semblance.app.window.grid;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import semblance.app.window.wording.Counted;

/// The context menu of the photos that are selected.
final class PhotoMenu {
    private final PhotoActions actions;
    private final ContextMenu menu = new ContextMenu();

    PhotoMenu(PhotoActions actions) {
        this.actions = actions;
    }

    /// @param photos selected, at least one
    /// @param lead   the one of them that is pointed at
    void show(Node owner, List<ShownPhoto> photos, ShownPhoto lead, double screenX, double screenY) {
        boolean several = photos.size() > 1;
        MenuItem open = item("open-photo", several ? "Open " + Counted.of(photos.size(), "photo") : "Open",
                () -> actions.open(photos));
        open.setDisable(photos.size() > PhotoActions.MOST_OPENED);
        MenuItem reveal = item("reveal-photo", "Show in file manager", () -> actions.reveal(lead));
        reveal.setDisable(several);
        MenuItem similar = item("find-similar", several ? "Find photos like these" : "Find similar photos",
                () -> actions.findSimilar(photos));
        similar.setDisable(photos.size() > PhotoActions.MOST_LIKED);
        similar.setAccelerator(shortcut(KeyCode.L));
        MenuItem occasion = item("same-moment", "Photos of the same moment", () -> actions.showOccasion(lead));
        occasion.setDisable(several);
        occasion.setAccelerator(shortcut(KeyCode.E));
        menu.getItems().setAll(open, reveal,
                item("copy-path", several ? "Copy paths" : "Copy path", () -> actions.copyPaths(photos)),
                new SeparatorMenuItem(), similar, occasion);
        menu.show(owner, screenX, screenY);
    }

    private static KeyCodeCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
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
