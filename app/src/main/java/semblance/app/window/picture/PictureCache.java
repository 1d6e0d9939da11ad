package semblance.app.window.picture;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The pictures drawn last, up to a number of bytes; the one not used for longest goes first. For one thread.
final class PictureCache<K> {
    private final long capacity;
    private final LinkedHashMap<K, ShownPicture> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    PictureCache(long capacityBytes) {
        this.capacity = capacityBytes;
    }

    Optional<ShownPicture> get(K key) {
        return Optional.ofNullable(pictures.get(key));
    }

    void put(K key, ShownPicture picture) {
        @Nullable
        ShownPicture old = pictures.put(key, picture);
        bytes += picture.bytes() - (old == null ? 0 : old.bytes());
        var eldest = pictures.entrySet().iterator();
        while (bytes > capacity && eldest.hasNext()) {
            bytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }

    int size() {
        return pictures.size();
    }
}
