package semblance.app.window.grid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        score.setText(cosine == null ? "" : String.format(Locale.ROOT, "%.2f", cosine));
        name(next.path());
        loading = loader.load(new PhotoMoment(next.id(), next.moment()), size * LONGEST_SIDE * scale(), this::picture,
                _ -> missing());
    }

    /// The photo it shows, or null.
    ReadOnlyObjectProperty<@Nullable ShownPhoto> photo() {
        return photo.getReadOnlyProperty();
    }

    /// Lets the file be dragged into another program, or into the search box.
    void drag(MouseEvent event) {
        if (view.getUserData() instanceof Path file) {
            Dragboard dragboard = startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            dragboard.setContent(content);
            event.consume();
        }
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    private void name(@Nullable Path path) {
        view.setUserData(path);
        ShownPhoto shown = photo.get();
        String reason = shown == null || shown.reason().isEmpty() ? "" : " · " + shown.reason();
        name.setText(path == null ? "" : path.getFileName() + reason);
        setAccessibleText("Photo " + name.getText());
    }

    /// The photo with all that is known of it by now.
    @Nullable
    ShownPhoto known() {
        ShownPhoto shown = photo.get();
        return shown != null && view.getUserData() instanceof Path path
                ? new ShownPhoto(shown.id(), path, shown.score(), shown.moment(), shown.reason())
                : shown;
    }

    private void picture(ShownPicture picture) {
        Image image = picture.image();
        double side = Math.min(image.getWidth(), image.getHeight());
        view.setViewport(new Rectangle2D((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
        view.setImage(image);
        name(picture.file());
        badge(picture.video());
    }

    /// A video says how long it is, or where in it the moment is that was searched for.
    private void badge(@Nullable KnownVideo known) {
        video.setVisible(known != null);
        if (known != null) {
            ShownPhoto shown = photo.get();
            Duration moment = shown == null ? null : shown.moment();
            video.setText(VideoText.of(known, moment));
            setAccessibleText("Video " + name.getText() + ", " + video.getText());
        }
    }

    private void missing() {
        pseudoClassStateChanged(MISSING, true);
    }
}
