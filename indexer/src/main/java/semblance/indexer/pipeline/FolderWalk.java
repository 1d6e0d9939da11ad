package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.KnownFile;
import semblance.indexer.pipeline.Zone.Judgement;
import semblance.indexer.scan.Drives;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.FolderScanner.Outcome;
import semblance.indexer.scan.Listing;

/// One walk of a whole folder. Files that were not seen become missing if the walk was whole, and only in those parts of
/// the folder that are what they were.
final class FolderWalk {
    private final Catalog catalog;
    private final Drives drives;
    private final RunState state;
    private final Folder folder;
    private final DirectoryComparison comparison;
    private final boolean deletes;
    private final Zones zones;
    private final Set<String> unseen;
    private final List<Path> offline = new ArrayList<>();
    private final List<Path> replaced = new ArrayList<>();
    private boolean unsteady;

    /// @param deletes whether the run sees all that it was asked for whole, so that what is missing and turns up nowhere is gone
    FolderWalk(Catalog catalog, Drives drives, RunState state, Folder folder, DirectoryComparison comparison,
            boolean deletes) {
        this.catalog = catalog;
        this.drives = drives;
        this.state = state;
        this.folder = folder;
        this.comparison = comparison;
        this.deletes = deletes;
        Map<String, Long> photos = catalog.read(session -> session.files().photosByDirectory(folder.id()));
        this.zones = new Zones(folder, catalog.read(session -> session.mounts().in(folder.id())), photos);
        this.unseen = new TreeSet<>(photos.keySet());
    }

    /// Walks the folder.
    ///
    /// @param scanner passes over what the library's rules exclude
    /// @param all     every folder of the library: those within this one are walked on their own
    WalkReport walk(FolderScanner scanner, List<Folder> all) {
        Set<Path> others = all.stream().map(Folder::path).filter(path -> !path.equals(folder.path()))
                .collect(Collectors.toSet());
        try {
            zones.root().found(drives.identity(folder.path()), true);
        } catch (IOException e) {
            return away();
        }
        Outcome outcome = scanner.scan(folder.path(), others, this::look, state::stopping);
        if (outcome == Outcome.UNREACHABLE) {
            return away();
        }
        if (outcome == Outcome.PARTIAL || unsteady || zones.all().stream().anyMatch(this::hasChanged)) {
            catalog.write(session -> session.folders().cameOnline(folder.id()));
            return new WalkReport(Outcome.PARTIAL, List.of(), List.of());
        }
        return whole(scanner);
    }

    private void look(Listing listing) {
        unseen.remove(listing.directory());
        Zone zone = listing.mount() ? zones.beginningAt(listing.directory()) : zones.of(listing.directory());
        if (!listing.directory().isEmpty() && zone.directory().equals(listing.directory())) {
            try {
                zone.found(drives.identity(folder.path().resolve(listing.directory())), listing.mount());
            } catch (IOException e) {
                unsteady = true; // gone while it was walked
            }
        }
        if (zone.isOther()) {
            zone.recognise(comparison.recognised(listing)).forEach(held -> compare(zone, held));
        }
        if (zone.isInDoubt()) {
            zone.hold(listing);
        } else {
            compare(zone, listing);
        }
    }

    private void compare(Zone zone, Listing listing) {
        comparison.compare(listing, zone::addMissing);
    }

    /// Whether a drive has come or gone while it was walked.
    private boolean hasChanged(Zone zone) {
        try {
            return !zone.key().isEmpty()
                    && !zone.key().equals(drives.identity(folder.path().resolve(zone.directory())));
        } catch (IOException e) {
            return true;
        }
    }

    private WalkReport whole(FolderScanner scanner) {
        if (zones.root().judgement() == Judgement.AWAY) {
            if (zones.root().holdsStrangers()) {
                replaced.add(folder.path());
            }
            return away();
        }
        for (String directory : unseen) {
            Zone zone = zones.of(directory);
            comparison.known(directory).values().stream().map(KnownFile::id).forEach(zone::addMissing);
        }
        catalog.write(session -> {
            zones.all().forEach(zone -> settle(session, zone, scanner));
            return zones.root().judgement() == Judgement.SAME
                    ? session.folders().walked(folder.id(), zones.root().key())
                    : session.folders().cameOnline(folder.id());
        });
        return new WalkReport(Outcome.WHOLE, List.copyOf(offline), List.copyOf(replaced));
    }

    private void settle(CatalogSession session, Zone zone, FolderScanner scanner) {
        boolean excluded = zone.key().isEmpty() && !zone.directory().isEmpty()
                && scanner.isExcluded(folder.path(), zone.directory());
        Path place = folder.path().resolve(zone.directory());
        switch (excluded ? Judgement.SAME : zone.judgement()) {
            case SAME -> {
                if (deletes) {
                    session.missing().add(zone.missing());
                } else {
                    session.missing().addMovedOnly(zone.missing());
                }
                if (zone.directory().isEmpty()) {
                    return;
                }
                if (zone.isMounted()) {
                    session.mounts().put(folder.id(), zone.directory(), zone.key());
                } else {
                    session.mounts().remove(folder.id(), zone.directory());
                }
            }
            case DOUBTFUL -> {
                session.missing().addMovedOnly(zone.missing());
                replaced.add(place);
            }
            case AWAY -> {
                session.mounts().wentOffline(folder.id(), zone.directory());
                offline.add(place);
                if (zone.holdsStrangers()) {
                    replaced.add(place);
                }
            }
        }
    }

    private WalkReport away() {
        catalog.write(session -> session.folders().wentOffline(folder.id()));
        return new WalkReport(Outcome.UNREACHABLE, List.of(folder.path()), List.copyOf(replaced));
    }
}
