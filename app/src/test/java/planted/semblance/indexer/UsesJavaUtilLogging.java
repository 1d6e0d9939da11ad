package planted.semblance.indexer;

import java.util.logging.Logger;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_JAVA_UTIL_LOGGING)
final class UsesJavaUtilLogging {
    static final Class<?> USED = Logger.class;
}
