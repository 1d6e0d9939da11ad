/// What a user prefers on this machine, kept in `settings.json`. What belongs to a library is in its catalog instead.
@NullMarked
package semblance.app.settings;

import org.jspecify.annotations.NullMarked;
