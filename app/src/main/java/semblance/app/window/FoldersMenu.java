package semblance.app.window;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import semblance.app.window.indexing.IndexingModel;
import semblance.app.window.indexing.LibraryStatus;
import semblance.indexer.catalog.Folder;

/// The folders of the library, and how to add one.
final class FoldersMenu extends MenuButton {
    private final IndexingModel indexing;
    private final MenuItem add = new MenuItem("Add a folder…");
    private final MenuItem rescan = new MenuItem("Look for new photos");

    FoldersMenu(IndexingModel indexing, Runnable chooseFolder) {
        super("Folders");
        this.indexing = indexing;
        setId("folders");
        add.setId("add-folder");
        add.setOnAction(_ -> chooseFolder.run());
        rescan.setId("rescan");
        rescan.setOnAction(_ -> indexing.rescan());
        indexing.status().subscribe(this::list);
    }

    private void list(LibraryStatus status) {
        getItems().setAll(add, rescan);
        if (!status.folders().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (Folder folder : status.folders()) {
            MenuItem item = new MenuItem(folder.path() + switch (folder.state()) {
                case NEW, ONLINE -> "";
                case OFFLINE -> "  (cannot be reached)";
            });
            item.setMnemonicParsing(false);
            item.setDisable(true);
            getItems().add(item);
        }
        rescan.setDisable(status.folders().isEmpty() || indexing.isRunning());
    }
}
