package semblance.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import semblance.app.instance.StartRequest;
import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.Ui;

/// Uses a window as a person does: looks at the nodes it shows, types, clicks, drops. Called on the test's thread.
final class WindowDriver {
    private final Stage stage;
    private final AtomicBoolean ended = new AtomicBoolean();

    private WindowDriver(Stage stage) {
        this.stage = stage;
    }

    /// Opens a window.
    static WindowDriver open(WindowServices services, Path... folders) {
        Ui.start();
        WindowDriver driver = new WindowDriver(Ui.call(Stage::new));
        Ui.run(() -> {
            Theme.apply(ColorScheme.LIGHT);
            new LibraryWindow(services, services.settings().load(), Lanes.start(Platform::runLater), driver.stage,
                    () -> driver.ended.set(true)).show(new StartRequest(List.of(folders), null));
        });
        return driver;
    }

    boolean isShowing() {
        return stage.isShowing();
    }

    /// For pictures of the window; on the UI thread.
    Scene scene() {
        return stage.getScene();
    }

    /// Puts a query into the search box.
    void search(String query) {
        awaitNode("#search-box");
        Ui.run(() -> find("#search-box").map(TextInputControl.class::cast).orElseThrow().setText(query));
    }

    /// Waits until all pictures that can be seen have been loaded.
    void awaitPictures() {
        Ui.await("pictures are loaded", () -> stage.getScene().getRoot().lookupAll(".image-view").stream()
                .filter(WindowDriver::isInTree).map(ImageView.class::cast).allMatch(view -> view.getImage() != null));
    }

    /// Where pictures are shown or are to be shown; on the UI thread.
    List<Node> visiblePictures() {
        return tiles().stream().flatMap(tile -> tile.lookupAll(".image-view").stream()).toList();
    }

    boolean hasEnded() {
        return ended.get();
    }

    /// Waits until the search box holds a text.
    void awaitTyped(String text) {
        Ui.await("\"" + text + "\" is typed", () -> find("#search-box").filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast).filter(box -> text.equals(box.getText())).isPresent());
    }

    /// Asks the window to close, as the cross in its corner does.
    void pressClose() {
        Ui.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /// Closes the window, stopping what is under way, and waits until all is done.
    void end() {
        if (!ended.get()) {
            pressClose();
            Ui.await("the window ends", () -> {
                find("#stop-now").filter(Button.class::isInstance).map(Button.class::cast).ifPresent(Button::fire);
                return ended.get();
            });
        }
    }

    /// Waits until a node can be seen.
    ///
    /// @param selector as in a style sheet
    void awaitNode(String selector) {
        Ui.await(selector + " is shown", () -> find(selector).isPresent(), this::describe);
    }

    void awaitNoNode(String selector) {
        Ui.await(selector + " is not shown", () -> find(selector).isEmpty(), this::describe);
    }

    /// Waits until a text can be read somewhere in the window.
    void awaitText(String text) {
        Ui.await("\"" + text + "\" is shown", () -> texts().stream().anyMatch(shown -> shown.contains(text)),
                this::describe);
    }

    /// Waits until a node shows a text.
    void awaitText(String selector, String text) {
        Ui.await("\"" + text + "\" is shown in " + selector, () -> find(selector).filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).filter(label -> label.getText().contains(text)).isPresent(), this::describe);
    }

    boolean shows(String selector) {
        return Ui.call(() -> find(selector).isPresent());
    }

    /// Names of the photos in the grid, as far as they can be seen, row by row.
    List<String> photos() {
        return Ui.call(this::photosNow);
    }

    /// Waits until the grid shows photos, all of them with their pictures.
    void awaitPhotos(String what, Predicate<List<String>> condition) {
        Ui.await(what, () -> condition.test(photosNow()) && tiles().stream().allMatch(WindowDriver::hasPicture),
                this::describe);
    }

    void awaitPhotos(int count) {
        awaitPhotos(count + " photos are shown", names -> names.size() == count);
    }

    /// The photo that is marked as selected.
    Optional<String> selectedPhoto() {
        return Ui.call(() -> tiles().stream()
                .filter(tile -> tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .map(WindowDriver::name).findFirst());
    }

    /// The text of a button as it is drawn: cut short where there is no room.
    String drawnText(String selector) {
        awaitNode(selector);
        return Ui.call(() -> {
            Node button = find(selector).orElseThrow();
            button.applyCss();
            button.getScene().getRoot().layout();
            return button.lookup(".text") instanceof Text text ? text.getText() : "";
        });
    }

    /// The colour at the edge of a photo, half-way down.
    Color edgeOf(String name) {
        return Ui.call(() -> {
            Image picture = tile(name).snapshot(null, null);
            return picture.getPixelReader().getColor(1, (int) picture.getHeight() / 2);
        });
    }

    void click(String selector) {
        awaitNode(selector);
        mouse(() -> find(selector).orElseThrow(), MouseButton.PRIMARY, 1);
    }

    void clickPhoto(String name, MouseButton button) {
        mouse(() -> tile(name), button, 1);
    }

    /// Clicks a photo with Shift or the shortcut key held down, which the toolkit's robot does not tell of.
    void clickPhoto(String name, KeyCode held) {
        Ui.run(() -> {
            Node tile = tile(name);
            Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
            Stream.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)
                    .forEach(type -> tile.fireEvent(new MouseEvent(type, 1, 1, bounds.getCenterX(), bounds.getCenterY(),
                            MouseButton.PRIMARY, 1, held == KeyCode.SHIFT, held == KeyCode.CONTROL, false,
                            held == KeyCode.COMMAND, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true,
                            null)));
        });
    }

    /// Asks what has the keyboard for its menu by the keyboard, whose key the toolkit's robot does not press.
    void menuByKeyboard() {
        Ui.run(() -> scene().getFocusOwner()
                .fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
    }

    /// Waits until a menu opens in the middle of a photo.
    void awaitMenuAt(String name) {
        Ui.await("a menu is shown", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        Ui.await("it is shown at " + name, () -> {
            Node tile = tile(name);
            Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
            return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                    .anyMatch(menu -> Math.abs(menu.getAnchorX() - bounds.getCenterX()) < 2
                            && Math.abs(menu.getAnchorY() - bounds.getCenterY()) < 2);
        });
    }

    /// Waits until these photos and no others, as far as they can be seen, are marked as selected, and a screen reader is told
    /// so.
    void awaitSelected(List<String> names) {
        Ui.await(names + " are selected", () -> names.equals(tiles().stream()
                .filter(tile -> tile.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .map(WindowDriver::name).toList())
                && tiles().stream().allMatch(tile -> names.contains(name(tile)) == tile.getAccessibleText()
                        .endsWith(", selected")),
                this::describe);
    }

    void doubleClickPhoto(String name) {
        mouse(() -> tile(name), MouseButton.PRIMARY, 2);
    }

    /// Where the node is, is asked at the moment of the click: what is shown beside it may come and go.
    private void mouse(Supplier<Node> node, MouseButton button, int clicks) {
        Ui.run(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Bounds bounds = node.get().localToScreen(node.get().getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            for (int i = 0; i < clicks; i++) {
                robot.mouseClick(button);
            }
        });
    }

    void press(KeyCode... keys) {
        Ui.run(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /// Types letters and blanks into what has the keyboard.
    void type(String text) {
        text.chars().forEach(letter -> press(letter == ' '
                ? KeyCode.SPACE
                : KeyCode.getKeyCode(String.valueOf((char) letter).toUpperCase(Locale.ROOT))));
    }

    /// Puts any text behind what stands in a field, as pasting does.
    void paste(String selector, String text) {
        awaitNode(selector);
        Ui.call(() -> {
            ((TextInputControl) find(selector).orElseThrow()).appendText(text);
            return true;
        });
    }

    boolean drop(DragAndDrop dragged, String selector) {
        awaitNode(selector);
        return Ui.call(() -> dragged.dropOn(find(selector).orElseThrow()));
    }

    private Optional<Node> find(String selector) {
        return scenes().stream().flatMap(scene -> scene.getRoot().lookupAll(selector).stream())
                .filter(WindowDriver::isSeen).findFirst();
    }

    /// The window itself, and the dialogs and menus over it.
    private List<Scene> scenes() {
        return Window.getWindows().stream().filter(Window::isShowing).filter(this::belongs).map(Window::getScene)
                .toList();
    }

    private boolean belongs(Window window) {
        return switch (window) {
            case PopupWindow popup -> popup.getOwnerWindow() != null && belongs(popup.getOwnerWindow());
            case Stage other -> other.equals(stage) || (other.getOwner() != null && belongs(other.getOwner()));
            default -> false;
        };
    }

    private static boolean isSeen(Node node) {
        return !node.getBoundsInLocal().isEmpty() && isInTree(node);
    }

    private static boolean isInTree(Node node) {
        return Stream.iterate(node, up -> up != null, Node::getParent).allMatch(Node::isVisible);
    }

    private List<Node> tiles() {
        return stage.getScene().getRoot().lookupAll(".photo-tile").stream().filter(WindowDriver::isSeen)
                .sorted(Comparator.<Node>comparingDouble(tile -> tile.localToScene(0, 0).getY())
                        .thenComparingDouble(tile -> tile.localToScene(0, 0).getX()))
                .toList();
    }

    private Node tile(String name) {
        return tiles().stream().filter(tile -> name(tile).equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no photo " + name + "; " + describe()));
    }

    private static String name(Node tile) {
        return tile.lookup(".photo-name") instanceof Labeled label ? label.getText() : "";
    }

    private static boolean hasPicture(Node tile) {
        return tile.lookupAll(".image-view").stream()
                .anyMatch(node -> node instanceof ImageView view && view.getImage() != null);
    }

    private List<String> photosNow() {
        return tiles().stream().map(WindowDriver::name).toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Scene scene : scenes()) {
            for (Node node : scene.getRoot().lookupAll("*")) {
                if (node instanceof Labeled label && isSeen(label) && label.getText() != null
                        && !label.getText().isBlank()) {
                    texts.add(label.getText());
                }
            }
        }
        return texts;
    }

    private String describe() {
        return "the photos " + photosNow() + " and the texts " + texts();
    }
}
