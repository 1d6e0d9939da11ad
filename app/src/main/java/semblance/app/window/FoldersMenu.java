package semblance.app.window;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import semblance.app.window.indexing.IndexingModel;
import semblance.app.window.indexing.LibraryStatus;
import semblance.indexer.catalog.Folder;

/// The folders of the library, and how to add one.
final class FoldersMenu extends MenuButton {
    private final IndexingModel indexing;
    private final Consumer<Folder> relocate;
    private final MenuItem add = new MenuItem("Add a folder…");
    private final MenuItem rescan = new MenuItem("Look for new photos");

    /// @param relocate asks where a folder lies now
    FoldersMenu(IndexingModel indexing, Runnable chooseFolder, Consumer<Folder> relocate) {
        super("Folders");
        this.indexing = indexing;
        this.relocate = relocate;
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
            getItems().add(menu(folder));
        }
        rescan.setDisable(status.folders().isEmpty() || indexing.isRunning());
    }

    private Menu menu(Folder folder) {
        Menu menu = new Menu(folder.path() + switch (folder.state()) {
            case NEW, ONLINE -> "";
            case OFFLINE -> "  (cannot be reached)";
        });
        menu.setMnemonicParsing(false);
        MenuItem elsewhere = new MenuItem("It lies elsewhere now…");
        elsewhere.setOnAction(_ -> relocate.accept(folder));
        MenuItem remove = new MenuItem("Remove from the library");
        remove.setOnAction(_ -> indexing.remove(folder.path()));
        menu.getItems().setAll(elsewhere, remove);
        return menu;
    }
}
