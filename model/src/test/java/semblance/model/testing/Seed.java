package semblance.model.testing;

import java.util.Random;

/// The seed of a randomised test: another one in every run, printed so that a failure can be repeated with
/// `-Dsemblance.seed=NUMBER`.
///
/// @param value of the seed
public record Seed(long value) {

    public static Seed next(String test) {
        Seed seed = new Seed(Long.getLong("semblance.seed", new Random().nextLong()));
        print(test, seed);
        return seed;
    }

    public Random random() {
        return new Random(value);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String test, Seed seed) {
        System.out.println(test + ": -Dsemblance.seed=" + seed.value);
    }
}
