package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncodedImage;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.encode.VideoEncoder;
import semblance.indexer.query.QueryException;
import semblance.model.Embedding;

/// Embeddings of pictures and videos to search with: those of the library are known, others are encoded.
final class PictureEmbeddings {
    private static final String HOME = "~/";

    private final Catalog catalog;
    private final EncoderHost encoders;
    private final PhotoDecoder decoder;
    private final VideoEncoder videos;

    PictureEmbeddings(Catalog catalog, EncoderHost encoders, PhotoDecoder decoder) {
        this.catalog = catalog;
        this.encoders = encoders;
        this.decoder = decoder;
        this.videos = new VideoEncoder(encoders, decoder);
    }

    /// The photo that a file is.
    ///
    /// @param path absolute, without links
    Optional<Long> photoAt(Path path) {
        return catalog.read(session -> session.folders().holding(path)
                .flatMap(folder -> session.files().photoAt(folder, path)));
    }

    /// The embedding of a picture as the user names it in a query: by its path, or as a photo of the library by its name or
    /// the end of its path.
    ///
    /// @throws QueryException if there is no such picture, several photos are called so, or it cannot be decoded
    /// @throws IOException    if it cannot be read
    Embedding called(String name) throws IOException {
        Path picture = find(name);
        try {
            return of(picture);
        } catch (DecodeException e) {
            throw new QueryException(picture + " cannot be used: " + e.getMessage());
        }
    }

    private Path find(String name) throws IOException {
        Path path = path(name);
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        List<Path> photos = path.isAbsolute()
                ? List.of()
                : catalog.read(session -> session.files().endingWith(path, 2));
        if (photos.size() != 1) {
            throw new QueryException(photos.isEmpty()
                    ? "There is no file " + name + ", and no photo of the library is called that."
                    : "Several photos of the library are called " + name + ". Name the folder too, as in like:\""
                            + photos.getFirst().subpath(Math.max(0, photos.getFirst().getNameCount()
                                    - path.getNameCount() - 1), photos.getFirst().getNameCount())
                            + "\".");
        }
        return photos.getFirst();
    }

    private static Path path(String name) {
        try {
            return Path.of(name.startsWith(HOME)
                    ? System.getProperty("user.home") + name.substring(HOME.length() - 1)
                    : name);
        } catch (InvalidPathException e) {
            throw new QueryException("A file cannot be called " + name + ".");
        }
    }

    /// The embedding of a picture.
    ///
    /// @param path absolute, without links
    /// @throws IOException     if it cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    Embedding of(Path path) throws IOException, DecodeException {
        Optional<float[]> known = photoAt(path).flatMap(id -> catalog.read(session -> session.embeddings()
                .knownSpace(encoders.space()).flatMap(space -> session.embeddings().ofPhoto(id, space))));
        return known.isPresent() ? Embedding.normalized(known.get()) : encode(path);
    }

    private Embedding encode(Path picture) throws IOException, DecodeException {
        if (PhotoDecoder.isVideo(picture)) {
            return videos.encode(picture);
        }
        int shortest = 2 * encoders.preprocessing().size();
        if (Files.size(picture) > DecodeLimits.DEFAULT.maxBytes()) {
            throw new DecodeException(DecodeException.Reason.TOO_LARGE, "With " + (Files.size(picture) >> 20)
                    + " MiB it is larger than any photo read here.");
        }
        var photo = decoder.decode(Files.readAllBytes(picture), shortest, shortest);
        return switch (encoders.encodeImages(List.of(encoders.crop(photo.image()))).getFirst()) {
            case EncodedImage.Succeeded succeeded -> succeeded.embedding();
            case EncodedImage.Failed failed -> throw new DecodeException(DecodeException.Reason.DAMAGED,
                    "no usable embedding can be made of it: " + failed.message());
        };
    }
}
