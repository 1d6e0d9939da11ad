package planted.semblance.indexer;

import javafx.scene.Node;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.JAVAFX_IN_APP)
final class UsesJavaFx {
    static final Class<?> USED = Node.class;
}
