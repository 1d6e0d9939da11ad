package planted.semblance.indexer;

import org.sqlite.SQLiteConfig;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.SQL_IN_ONE_PACKAGE)
final class UsesSqlite {
    static final Class<?> USED = SQLiteConfig.class;
}
