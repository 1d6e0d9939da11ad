package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;

import semblance.indexer.scan.Listing;

/// A part of a folder that comes and goes as a whole: its own drive, or one that appears within it. Collects what a walk
/// finds out about it, and tells a drive that is away from one whose photos were deleted. Used by one thread.
final class Zone {
    /// What a whole walk says of a zone.
    enum Judgement {
        /// It is what it was: what was not seen was deleted or moved.
        SAME,
        /// Another drive or directory, with some of the photos, but less than half: the others may turn up, elsewhere or here.
        DOUBTFUL,
        /// Not one of its photos was seen, and it is not the directory it was: the drive is away, another is in its place,
        /// or somebody has written to the mount point meanwhile.
        AWAY
    }

    private final String directory;
    private final String remembered;
    private final long photos;
    private final List<Listing> held = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private String key = "";
    private boolean mounted;
    private long recognised;

    /// Begins a zone.
    ///
    /// @param directory  in which it begins, relative to the folder; `""` for the folder itself
    /// @param remembered its identity when it was last what it was, empty if it was never looked at
    /// @param photos     known in it
    Zone(String directory, String remembered, long photos) {
        this.directory = directory;
        this.remembered = remembered;
        this.photos = photos;
    }

    String directory() {
        return directory;
    }

    /// Its identity as this walk found it, empty if its directory was not there or held nothing.
    String key() {
        return key;
    }

    boolean isMounted() {
        return mounted;
    }

    boolean holds(String other) {
        return directory.isEmpty() || other.equals(directory) || other.startsWith(directory + "/");
    }

    /// Notes what lies at its directory.
    void found(String identity, boolean isMount) {
        key = identity;
        mounted = isMount;
    }

    /// Whether it is not the directory it was. A file system without identities is believed.
    boolean isOther() {
        return photos > 0 && !remembered.isEmpty() && !key.equals(remembered);
    }

    /// Whether nothing in it may be believed yet.
    boolean isInDoubt() {
        return isOther() && recognised == 0;
    }

    /// Keeps a listing until the first photo is recognised.
    void hold(Listing listing) {
        held.add(listing);
    }

    /// Notes photos that are where they were.
    ///
    /// @return the listings that were held until now
    List<Listing> recognise(long count) {
        recognised += count;
        if (recognised == 0) {
            return List.of();
        }
        List<Listing> released = List.copyOf(held);
        held.clear();
        return released;
    }

    boolean holdsStrangers() {
        return held.stream().anyMatch(listing -> !listing.files().isEmpty());
    }

    void addMissing(long fileId) {
        missing.add(fileId);
    }

    List<Long> missing() {
        return missing;
    }

    Judgement judgement() {
        if (!isOther()) {
            return Judgement.SAME;
        }
        if (recognised == 0) {
            return Judgement.AWAY;
        }
        return 2 * recognised < photos ? Judgement.DOUBTFUL : Judgement.SAME;
    }
}
