package planted.semblance.app;

import java.awt.Desktop;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_AWT_WINDOWS)
final class UsesAwt {
    static final Class<?> USED = Desktop.class;
}
