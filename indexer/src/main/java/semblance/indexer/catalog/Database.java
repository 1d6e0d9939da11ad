package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// One SQLite connection with its prepared statements. Used by one thread at a time.
final class Database implements AutoCloseable {
    /// Makes a value of the current row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Looks at the current row.
    @FunctionalInterface
    interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final @Nullable Path file;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Database(Connection connection) {
        this(connection, null);
    }

    /// @param file told to the user when it is damaged
    Database(Connection connection, @Nullable Path file) {
        this.connection = connection;
        this.file = file;
    }

    int update(String sql, @Nullable Object... arguments) {
        try {
            return bind(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /// Runs an INSERT … RETURNING or UPDATE … RETURNING of one number.
    long returning(String sql, @Nullable Object... arguments) {
        return one(sql, row -> row.getLong(1), arguments)
                .orElseThrow(() -> new IllegalStateException("no row came back from: " + sql));
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... arguments) {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) {
        List<T> found = new ArrayList<>();
        each(sql, rows -> found.add(row.read(rows)), arguments);
        return found;
    }

    void each(String sql, RowVisitor visitor, @Nullable Object... arguments) {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            while (rows.next()) {
                visitor.visit(rows);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /// Runs statements without arguments, several separated by semicolons.
    void script(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw SqliteErrors.explain(e, file);
        }
    }

    /// Runs work in a transaction that is opened by a statement: all or nothing. What the work throws is thrown.
    <T> T atomically(String begin, Supplier<T> work) {
        script(begin);
        try {
            T result = work.get();
            script("COMMIT");
            return result;
        } catch (RuntimeException | Error e) { // thrown on, whatever it is
            rollBack(e);
            throw e;
        }
    }

    /// After some errors, a full disk among them, SQLite has rolled back by itself and refuses to do it again.
    private void rollBack(Throwable cause) {
        try {
            script("ROLLBACK");
        } catch (CatalogException e) {
            cause.addSuppressed(e);
        }
    }

    /// The driver ends a statement that has failed, so it must not be used again.
    private CatalogException failed(String sql, SQLException e) {
        PreparedStatement statement = statements.remove(sql);
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
        }
        return SqliteErrors.explain(e, file);
    }

    private PreparedStatement bind(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw SqliteErrors.explain(e, file);
        }
    }
}
