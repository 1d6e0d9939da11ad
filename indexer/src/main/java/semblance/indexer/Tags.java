package semblance.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.catalog.TagCount;
import semblance.indexer.catalog.TagName;
import semblance.indexer.catalog.TagState;
import semblance.indexer.catalog.TaggedPhoto;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.tag.FileTagger;
import semblance.indexer.tag.FileTags;
import semblance.indexer.tag.TagSuggester;

/// The tags of a library's photos, and tags for any other picture. Photos get suggestions when they are indexed; the user
/// confirms, rejects and adds. Capitals make no difference in a tag's name. Thread-safe.
///
/// What users decide needs a library opened for writing, and is durable when the method returns.
public final class Tags {
    private final Catalog catalog;
    private final FileTagger tagger;

    Tags(Catalog catalog, FileTagger tagger) {
        this.catalog = catalog;
        this.tagger = tagger;
    }

    /// Tags a picture file, in the library or not, on the calling thread. Nothing is stored.
    ///
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public FileTags suggest(Path picture) {
        return tagger.tag(picture, TagSuggester.USUAL);
    }

    /// Tags a picture in memory, such as one dragged from a browser. Nothing is stored.
    ///
    /// @param content a whole file
    /// @return most certain first; none if no label is certain enough
    /// @throws DecodeException                     if it is no picture that can be read; the message is for the user
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public List<SuggestedTag> suggest(byte[] content) throws DecodeException {
        return tagger.tag(content, TagSuggester.USUAL);
    }

    /// Tags files and all pictures in folders. Nothing is stored. Returns when all is done.
    ///
    /// @param results   called for each file on the calling thread, in the order named, as soon as it is done
    /// @param cancelled asked between files
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public void suggest(List<Path> filesAndFolders, Consumer<FileTags> results, BooleanSupplier cancelled) {
        tagger.tag(filesAndFolders, TagSuggester.USUAL, results, cancelled);
    }

    /// The tags of a photo that are not rejected: confirmed ones by name, then suggestions, most certain first.
    public List<PhotoTag> ofPhoto(long photoId) {
        return catalog.read(session -> session.tags().ofPhoto(photoId));
    }

    /// The photos that have a tag, suggested or confirmed: confirmed ones first, then the most certain.
    ///
    /// @throws IllegalArgumentException if that can be no tag's name; the message is for the user
    public List<TaggedPhoto> photosWith(String tag) {
        TagName name = TagName.of(tag);
        return catalog.read(session -> session.tags().photosWith(name));
    }

    /// All tags that some photo has, by name.
    public List<TagCount> all() {
        return catalog.read(session -> session.tags().all());
    }

    /// Notes that a suggested tag is right; it stays whatever is suggested later.
    ///
    /// @return false if the photo is not in the library any more
    /// @throws IllegalArgumentException if that can be no tag's name; the message is for the user
    public boolean confirm(long photoId, String tag) {
        return decide(photoId, tag, TagState.CONFIRMED);
    }

    /// Gives a photo a tag of the user's own.
    ///
    /// @return false if the photo is not in the library any more
    /// @throws IllegalArgumentException if that can be no tag's name; the message is for the user
    public boolean add(long photoId, String tag) {
        return decide(photoId, tag, TagState.CONFIRMED);
    }

    /// Takes a tag from a photo; it is never suggested for this photo again.
    ///
    /// @return false if the photo is not in the library any more
    /// @throws IllegalArgumentException if that can be no tag's name; the message is for the user
    public boolean reject(long photoId, String tag) {
        return decide(photoId, tag, TagState.REJECTED);
    }

    private boolean decide(long photoId, String tag, TagState state) {
        TagName name = TagName.of(tag);
        return catalog.writeDurably(session -> session.tags().decide(photoId, name, state));
    }
}
