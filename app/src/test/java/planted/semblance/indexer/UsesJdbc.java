package planted.semblance.indexer;

import java.sql.Connection;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.SQL_IN_ONE_PACKAGE)
final class UsesJdbc {
    static final Class<?> USED = Connection.class;
}
