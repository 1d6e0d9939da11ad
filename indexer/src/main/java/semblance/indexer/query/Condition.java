package semblance.indexer.query;

import java.util.Optional;

/// One thing that is true of a photo or not.
public sealed interface Condition extends Filter {
    /// What it is about.
    Key key();

    /// A text fits a pattern. Capitals make no difference; `*` stands for any characters, `?` for one.
    ///
    /// @param key     [Key#CAMERA], [Key#LENS], [Key#FOLDER], [Key#TAG] or [Key#NAME]
    /// @param pattern not empty
    record Fits(Key key, String pattern) implements Condition {
        public Fits {
            switch (key) {
                case CAMERA, LENS, FOLDER, TAG, NAME -> {
                }
                default -> throw new IllegalArgumentException(key + " is no text");
            }
            if (pattern.isEmpty()) {
                throw new IllegalArgumentException("an empty pattern");
            }
        }
    }

    /// Taken in a time.
    ///
    /// @param key  [Key#AFTER] has only a beginning, [Key#BEFORE] only an end, [Key#DATE] one of them or both
    /// @param from the first day of this one on
    /// @param to   for [Key#DATE] to the last day of this one, for [Key#BEFORE] until before its first day
    record Taken(Key key, Optional<DatePoint> from, Optional<DatePoint> to) implements Condition {
        public Taken {
            boolean right = switch (key) {
                case AFTER -> from.isPresent() && to.isEmpty();
                case BEFORE -> from.isEmpty() && to.isPresent();
                case DATE -> from.isPresent() || to.isPresent();
                default -> false;
            };
            if (!right) {
                throw new IllegalArgumentException(key + " from " + from + " to " + to);
            }
        }
    }

    /// Rated with so many stars.
    ///
    /// @param least from 0
    /// @param most  to 5
    record Rated(int least, int most) implements Condition {
        /// The most there are.
        public static final int STARS = 5;

        public Rated {
            if (least < 0 || least > most || most > STARS) {
                throw new IllegalArgumentException("stars from " + least + " to " + most);
            }
        }

        @Override
        public Key key() {
            return Key.RATING;
        }
    }

    /// Its file is of a type.
    record TypeIs(PhotoType type) implements Condition {
        @Override
        public Key key() {
            return Key.TYPE;
        }
    }

    /// Something that the library knows of it.
    record StateIs(PhotoState state) implements Condition {
        @Override
        public Key key() {
            return Key.IS;
        }
    }

    /// Held so.
    record OrientationIs(Orientation orientation) implements Condition {
        @Override
        public Key key() {
            return Key.ORIENTATION;
        }
    }

    /// Taken within a radius of a place.
    ///
    /// @param latitude  degrees north, from -90 to 90
    /// @param longitude degrees east, from -180 to 180
    /// @param metres    more than 0
    record Near(double latitude, double longitude, double metres) implements Condition {
        public Near {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && metres > 0)) {
                throw new IllegalArgumentException(latitude + "," + longitude + "," + metres);
            }
        }

        @Override
        public Key key() {
            return Key.NEAR;
        }
    }
}
