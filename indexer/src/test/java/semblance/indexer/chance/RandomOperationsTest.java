package semblance.indexer.chance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.HealthCheck;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.Hint;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.space.LibraryModels;
import semblance.indexer.testing.FilesBelow;
import semblance.indexer.testing.PluggedDrives;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever happens to the folders, the library holds what the plain account says. The number of sequences is set by
/// `-Dsemblance.sequences=N`.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class RandomOperationsTest {
    @TempDir
    Path temporary;

    private int directories;

    @Test
    @SuppressWarnings("SystemOut") // a failure has to be found again
    void theLibraryHoldsWhatThePlainAccountSays() throws IOException {
        int sequences = Integer.getInteger("semblance.sequences", 30);
        Random random = Seed.next("RandomOperationsTest").random();
        for (int number = 1; number <= sequences; number++) {
            List<Operation> operations = Operation.sequence(random);
            Optional<Throwable> failure = failure(operations);
            if (failure.isPresent()) {
                List<Operation> shortest = shortened(operations);
                throw new AssertionError("sequence " + number + " of " + sequences + ", shortened to " + shortest,
                        failure(shortest).orElse(failure.get()));
            }
        }
        System.out.println("RandomOperationsTest: " + sequences + " sequences");
    }

    /// Leaves out what is not needed for the failure.
    private List<Operation> shortened(List<Operation> operations) throws IOException {
        List<Operation> shortest = new ArrayList<>(operations);
        for (int i = shortest.size() - 1; i >= 0; i--) {
            Operation left = shortest.remove(i);
            if (failure(shortest).isEmpty()) {
                shortest.add(i, left);
            }
        }
        return shortest;
    }

    private Optional<Throwable> failure(List<Operation> operations) throws IOException {
        Path directory = Files.createDirectory(temporary.toRealPath().resolve("sequence" + directories++));
        try {
            perform(directory, operations);
            delete(directory);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path file : FilesBelow.of(directory)) {
            Files.deleteIfExists(file);
        }
    }

    private void perform(Path directory, List<Operation> operations) throws IOException {
        PluggedDrives drives = new PluggedDrives();
        Disk disk = new Disk(Files.createDirectory(directory.resolve("disk")), drives);
        Account account = new Account(disk);
        LibraryLocation location = new LibraryLocation(directory.resolve("data"), directory.resolve("cache"));
        try (PhotoLibrary library = PhotoLibrary.open(location, LibraryModels.only(new PlainEncoder()),
                StageObserver.NONE,
                Clock.systemUTC(), drives); Catalog catalog = Catalog.openForReading(location.catalog())) {
            library.folders().add(disk.root.resolve("A"));
            library.folders().add(disk.root.resolve("B"));
            boolean swapped = false;
            for (Operation operation : operations) {
                switch (operation.kind()) {
                    case RUN -> run(library, catalog, disk, account, List.of());
                    case HINTED_RUN -> run(library, catalog, disk, account,
                            some(hints(library, disk), swapped ? 0 : operation.a()));
                    default -> disk.apply(operation, account::knows);
                }
                swapped = operation.kind() == Operation.Kind.SWAP
                        || (swapped && operation.kind() != Operation.Kind.RUN);
            }
            run(library, catalog, disk, account, List.of());
            assertThat(library.health(false)).filteredOn(check -> !check.ok()).extracting(HealthCheck::detail)
                    .isEmpty();
        }
    }

    /// After a run over hints comes one over everything, as when folders are followed: the first must not have spoilt
    /// anything.
    private static void run(PhotoLibrary library, Catalog catalog, Disk disk, Account account,
            Collection<Hint> hints) {
        if (!hints.isEmpty()) {
            await(library, hints);
        }
        await(library, List.of());
        disk.touched.clear();
        account.check(library, catalog);
    }

    private static void await(PhotoLibrary library, Collection<Hint> hints) {
        try {
            assertThat(library.indexing().start(library.folders().all(), hints, _ -> {
            }).result().get(1, TimeUnit.MINUTES).cancelled()).isFalse();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Collection<Hint> hints(PhotoLibrary library, Disk disk) {
        Set<Hint> hints = new HashSet<>();
        for (String directory : disk.touched) {
            for (String each = directory; !each.isEmpty(); each = each.substring(0,
                    Math.max(0, each.lastIndexOf('/')))) {
                Path path = disk.root.resolve(each);
                library.folders().all().stream().filter(folder -> path.startsWith(folder.path()))
                        .map(folder -> hint(folder, path)).forEach(hints::add);
            }
        }
        return hints;
    }

    /// Leaves some hints out, as if they came later: by halves only an exchange cannot be understood.
    private static List<Hint> some(Collection<Hint> hints, int number) {
        Random random = new Random(number);
        return hints.stream().sorted(Comparator.comparing(Hint::toString))
                .filter(_ -> number % 2 == 0 || random.nextBoolean()).toList();
    }

    private static Hint hint(Folder folder, Path path) {
        return new Hint(folder.id(), folder.path().relativize(path).toString(), false);
    }
}
