package semblance.indexer.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One thing that happens. Which file or place it happens to is drawn by its numbers from what is there at the time, so that
/// a sequence makes sense with any of its operations left out.
///
/// @param a draws the first thing
/// @param b draws the second
record Operation(Kind kind, int a, int b) {
    /// What happens.
    enum Kind {
        CREATE(6), PAIR(4), MOVE_PAIR(3), MODIFY(3), MOVE(5), COPY(3), DELETE(3), SWAP(2), TOUCH(1), OVERWRITE(
                2), RENAME_DIRECTORY(
                        3), MAKE_FILE_A_DIRECTORY(1), UNPLUG(2), PLUG(3), STRAY(1), RUN(5), HINTED_RUN(3);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static List<Operation> sequence(Random random) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                kinds.add(kind);
            }
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            operations.add(new Operation(Kind.CREATE, random.nextInt(1 << 20), random.nextInt(1 << 20)));
        }
        operations.add(new Operation(Kind.RUN, 0, 0));
        int length = 5 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
            operations.add(new Operation(kinds.get(random.nextInt(kinds.size())), random.nextInt(1 << 20),
                    random.nextInt(1 << 20)));
        }
        return operations;
    }
}
