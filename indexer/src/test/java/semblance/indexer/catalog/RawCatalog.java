package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A catalog's file, opened by SQLite alone, to plant what the program would never write.
public final class RawCatalog {
    private RawCatalog() {
    }

    /// Runs statements without looking after foreign keys or the program's rules.
    public static void execute(Path file, String... statements) {
        try (Connection connection = connect(file); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Takes the lock that keeps all others from writing, as another program would.
    public static AutoCloseable lock(Path file) {
        try {
            Connection connection = connect(file);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("BEGIN IMMEDIATE");
            }
            return connection;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
