package pro.reelsai.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;

/**
 * The database of a stack, for whoever fills it before a measurement and looks at it afterwards.
 *
 * @param connection to it, committing by itself
 */
record BenchDatabase(Connection connection) implements AutoCloseable {
    /**
     * Opens it.
     *
     * @throws SQLException if it does not answer
     */
    static BenchDatabase of(LocalStack stack) throws StackException, SQLException {
        return new BenchDatabase(DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(StackConfig.LOOPBACK, stack.config().ports().postgres(), PostgresDatabase.DATABASE),
                PostgresDatabase.USER,
                stack.secrets().databasePassword()));
    }

    /** The process of the server that all connections are children of; -1 where the system does not tell. */
    long postmaster() throws SQLException {
        return ProcessHandle.of(number("select pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElse(-1L);
    }

    /** The one number that a statement of ours answers. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** How many runs have not ended, as far as the gateway knows. */
    int openRuns() throws SQLException {
        return (int) number("select count(*) from runs where state in ('RESERVED', 'RUNNING', 'WAITING')");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
