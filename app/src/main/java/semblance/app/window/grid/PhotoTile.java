package semblance.app.window.grid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;
import semblance.app.window.picture.ShownPicture;
import semblance.app.window.wording.VideoText;
import semblance.indexer.catalog.KnownVideo;

/// A square of the grid that shows one photo after another as the grid is scrolled. What does not fit the square is cut
/// off.
final class PhotoTile extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    /// Ordinary photos are up to 16:9; of those the part that fills the square has every pixel.
    private static final double LONGEST_SIDE = 16.0 / 9;

    private final PictureLoader<PhotoMoment> loader;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final Label score = new Label();
    private final Label video = new Label();
    private final ReadOnlyObjectWrapper<@Nullable ShownPhoto> photo = new ReadOnlyObjectWrapper<>();
    private Cancellation loading = Cancellation.NONE;
    private String spoken = "";
    private boolean selected;

    PhotoTile(PictureLoader<PhotoMoment> loader) {
        this.loader = loader;
        getStyleClass().add("photo-tile");
        name.getStyleClass().add("photo-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        score.getStyleClass().add("photo-score");
        score.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox caption = new HBox(name, score);
        caption.getStyleClass().add("photo-caption");
        caption.setMaxHeight(USE_PREF_SIZE);
        setAlignment(caption, Pos.BOTTOM_CENTER);
        video.getStyleClass().add("photo-video");
        video.setVisible(false);
        setAlignment(video, Pos.TOP_RIGHT);
        view.setSmooth(true);
        StackPane frame = new StackPane(view, caption, video);
        frame.getStyleClass().add("photo-frame");
        Region ring = new Region();
        ring.getStyleClass().add("photo-ring");
        ring.setMouseTransparent(true);
        getChildren().setAll(frame, ring);
    }

    /// Shows a photo, or nothing at all.
    ///
    /// @param size of the square
    void show(@Nullable ShownPhoto next, double size) {
        boolean resized = size != getPrefWidth();
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        view.setFitWidth(size);
        view.setFitHeight(size);
        ShownPhoto before = photo.get();
        if (next != null && next.equals(before) && !resized) {
            return;
        }
        boolean same = next != null && before != null && next.id() == before.id()
                && Objects.equals(next.moment(), before.moment());
        photo.set(next);
        loading.cancel();
        loading = Cancellation.NONE;
        setVisible(next != null);
        if (!same) {
            view.setImage(null);
            video.setVisible(false);
            pseudoClassStateChanged(MISSING, false);
        }
        if (next == null) {
            return;
        }
        Double cosine = next.score();
        String alike = next.alike();
        score.setText(alike != null ? alike : cosine == null ? "" : String.format(Locale.ROOT, "%.2f", cosine));
        name(next.path(), List.of());
        loading = loader.load(new PhotoMoment(next.id(), next.moment()), size * LONGEST_SIDE * scale(), this::picture,
                _ -> missing());
    }

    /// The photo it shows, or null.
    ReadOnlyObjectProperty<@Nullable ShownPhoto> photo() {
        return photo.getReadOnlyProperty();
    }

    /// Lets the files of photos be dragged into another program, or into the search box; its own alone as long as not all of
    /// them are known.
    void drag(MouseEvent event, List<ShownPhoto> photos) {
        List<Path> all = photos.stream().map(ShownPhoto::path).flatMap(Stream::ofNullable).toList();
        List<Path> own = view.getUserData() instanceof Path file ? List.of(file) : List.of();
        List<Path> files = all.size() == photos.size() ? all : own;
        if (!files.isEmpty()) {
            Dragboard dragboard = startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            dragboard.setContent(content);
            event.consume();
        }
    }

    void select(boolean now) {
        selected = now;
        pseudoClassStateChanged(SELECTED, now);
        speak(spoken);
    }

    private void speak(String text) {
        spoken = text;
        setAccessibleText(selected ? text + ", selected" : text);
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    private void name(@Nullable Path path, List<Path> beside) {
        view.setUserData(path);
        ShownPhoto shown = photo.get();
        String reason = shown == null || shown.reason().isEmpty() ? "" : " · " + shown.reason();
        String also = beside.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        name.setText(path == null
                ? ""
                : path.getFileName() + (also.isEmpty() ? "" : ", also: " + also) + reason);
        speak("Photo " + name.getText());
    }

    /// The photo with all that is known of it by now.
    @Nullable
    ShownPhoto known() {
        ShownPhoto shown = photo.get();
        return shown != null && view.getUserData() instanceof Path path
                ? new ShownPhoto(shown.id(), path, shown.score(), shown.moment(), shown.reason(), shown.alike())
                : shown;
    }

    private void picture(ShownPicture picture) {
        Image image = picture.image();
        double side = Math.min(image.getWidth(), image.getHeight());
        view.setViewport(new Rectangle2D((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
        view.setImage(image);
        name(picture.file(), picture.beside());
        badge(picture.video());
    }

    /// A video says how long it is, or where in it the moment is that was searched for.
    private void badge(@Nullable KnownVideo known) {
        video.setVisible(known != null);
        if (known != null) {
            ShownPhoto shown = photo.get();
            Duration moment = shown == null ? null : shown.moment();
            video.setText(VideoText.of(known, moment));
            speak("Video " + name.getText() + ", " + video.getText());
        }
    }

    private void missing() {
        pseudoClassStateChanged(MISSING, true);
    }
}
