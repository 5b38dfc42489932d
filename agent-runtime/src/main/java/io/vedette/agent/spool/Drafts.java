package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of recordings that still grow. Each method is one statement within the caller's transaction. */
final class Drafts {
    private Drafts() {}

    static void insert(Connection c, RecordingDraft draft) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("insert into draft values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, draft.id().toString());
            insert.setString(2, draft.startedAt().toString());
            insert.setString(3, draft.mime());
            insert.setInt(4, draft.width());
            insert.setInt(5, draft.height());
            insert.setString(6, draft.delivery().name());
            insert.executeUpdate();
        }
    }

    static List<RecordingDraft> all(Connection c) throws SQLException {
        String sql = "select id, started_at, mime, width, height, delivery from draft";
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<RecordingDraft> drafts = new ArrayList<>();
            while (rows.next()) {
                drafts.add(new RecordingDraft(
                        RecordingId.of(rows.getString(1)),
                        Instant.parse(rows.getString(2)),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getInt(5),
                        Delivery.valueOf(rows.getString(6))));
            }
            return drafts;
        }
    }

    static void delete(Connection c, RecordingId id) throws SQLException {
        try (PreparedStatement delete = c.prepareStatement("delete from draft where id = ?")) {
            delete.setString(1, id.toString());
            delete.executeUpdate();
        }
    }
}
