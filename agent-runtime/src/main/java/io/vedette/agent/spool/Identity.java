package io.vedette.agent.spool;

import io.vedette.contracts.id.Uuids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The index's own {@link Witness}. Each method is work within the caller's transaction. */
final class Identity {
    private Identity() {}

    /**
     * Empty in an index that has none yet.
     *
     * @throws IllegalArgumentException when it has changed
     */
    static Optional<Witness> in(Connection c) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select spool, opened, seal from identity");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Witness witness = new Witness(Uuids.parse(row.getString(1)), row.getLong(2));
            if (row.getLong(3) != Seal.of(witness.spool(), witness.opened())) {
                throw new IllegalArgumentException("the spool's id has changed");
            }
            return Optional.of(witness);
        }
    }

    static boolean keep(Connection c, Witness witness) throws SQLException {
        try (PreparedStatement delete = c.prepareStatement("delete from identity")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = c.prepareStatement("insert into identity values (?, ?, ?)")) {
            insert.setString(1, witness.spool().toString());
            insert.setLong(2, witness.opened());
            insert.setLong(3, Seal.of(witness.spool(), witness.opened()));
            return insert.executeUpdate() == 1;
        }
    }
}
