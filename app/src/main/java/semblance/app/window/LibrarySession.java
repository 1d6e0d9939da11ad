package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.details.PhotoFacts;
import semblance.app.models.LanguageHint;
import semblance.app.window.details.ShownDetails;
import semblance.app.window.drop.DroppedImages;
import semblance.app.window.indexing.IndexingModel;
import semblance.app.window.models.ModelsDesk;
import semblance.app.window.models.ModelsModel;
import semblance.app.window.picture.LoadedPicture;
import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;
import semblance.app.window.search.CompletionModel;
import semblance.app.window.search.LibraryFinder;
import semblance.app.window.search.SearchModel;
import semblance.app.window.tag.TagModel;
import semblance.indexer.PhotoLibrary;

/// An open library with what the window knows of it. Made and used on the UI thread.
final class LibrarySession {
    private static final Logger LOG = LoggerFactory.getLogger(LibrarySession.class);
    private static final long PHOTO_CACHE_BYTES = 64L << 20;
    private static final long FILE_CACHE_BYTES = 24L << 20;

    private final PhotoLibrary library;
    private final SearchModel search;
    private final CompletionModel completion;
    private final IndexingModel indexing;
    private final TagModel tags;
    private final ModelsModel models;
    private final ModelServices modelServices;
    private final PictureLoader<PhotoMoment> photos;
    private final PictureLoader<Path> files;
    private final DroppedImages droppedImages;

    LibrarySession(PhotoLibrary library, WindowServices services, Lanes lanes) {
        this.library = library;
        this.search = new SearchModel(lanes.search(), new LibraryFinder(library));
        this.completion = new CompletionModel(lanes.chores(),
                (text, caret) -> library.search().complete(text, caret));
        this.indexing = new IndexingModel(lanes.chores(), library);
        this.tags = new TagModel(lanes.tags(), services.tagger().apply(library));
        this.modelServices = services.models();
        this.models = new ModelsModel(lanes.chores(),
                new ModelsDesk(modelServices.shelf(), modelServices.downloads(), library), indexing::rescan);
        this.photos = new PictureLoader<>(lanes.pictures(), this::photo, PHOTO_CACHE_BYTES);
        this.files = new PictureLoader<>(lanes.pictures(),
                file -> new LoadedPicture(file, library.thumbnails().ofFile(file)), FILE_CACHE_BYTES);
        this.droppedImages = new DroppedImages(services.scratch());
    }

    private LoadedPicture photo(PhotoMoment wanted) throws Exception {
        long photoId = wanted.photoId();
        Duration moment = wanted.moment();
        byte[] jpeg = (moment == null
                ? library.thumbnails().ofPhoto(photoId)
                : library.thumbnails().ofMoment(photoId, moment)).orElseThrow();
        List<Path> photo = library.photos().files(photoId);
        return new LoadedPicture(photo.getFirst(), photo.subList(1, photo.size()), jpeg,
                library.photos().video(photoId).orElse(null));
    }

    /// What is known of a photo. Not on the UI thread.
    Optional<ShownDetails> details(long photoId) {
        Optional<Path> path = library.photos().path(photoId);
        return library.photos().details(photoId).flatMap(
                photo -> path.map(file -> new ShownDetails(file, PhotoFacts.of(photo, Locale.getDefault()),
                        photo.taken().hasTimeOfDay())));
    }

    /// Whether the model in use understands a query. Not on the UI thread.
    Optional<LanguageHint> languageHint(String description) {
        return modelServices.hints().of(description, library.models().answering());
    }

    /// What computes, in a sentence or two. Not on the UI thread.
    String provider() throws Exception {
        return modelServices.provider().call();
    }

    /// Closes the library, waiting for the run under way to stop. Not on the UI thread.
    void close() {
        try {
            droppedImages.clear();
        } catch (IOException e) {
            LOG.warn("dropped pictures could not be deleted", e);
        }
        modelServices.downloads().close();
        library.close();
    }

    PhotoLibrary library() {
        return library;
    }

    SearchModel search() {
        return search;
    }

    /// Of what is typed into the search box.
    CompletionModel completion() {
        return completion;
    }

    IndexingModel indexing() {
        return indexing;
    }

    TagModel tags() {
        return tags;
    }

    ModelsModel models() {
        return models;
    }

    PictureLoader<PhotoMoment> photos() {
        return photos;
    }

    /// Thumbnails of any files.
    PictureLoader<Path> files() {
        return files;
    }

    DroppedImages droppedImages() {
        return droppedImages;
    }
}
