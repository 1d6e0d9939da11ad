package planted.semblance.app;

import javax.swing.JFrame;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_AWT_WINDOWS)
final class UsesSwing {
    static final Class<?> USED = JFrame.class;
}
