package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the events that wait with the rows of recordings. */
final class OutboxRows {
    private OutboxRows() {}

    /** One sentence for each row without its event and each event without its row. Within the caller's transaction. */
    static List<String> contradictions(Connection c) throws SQLException {
        Map<Long, RecordingId> closed = new HashMap<>();
        Set<RecordingId> gone = new HashSet<>();
        try (PreparedStatement query = c.prepareStatement("select seq, body from outbox order by seq");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                switch (Outbox.read(rows.getString(2))) {
                    case EventBody.RecordingClosed event -> closed.put(rows.getLong(1), event.recording());
                    case EventBody.RecordingGone event -> gone.add(event.recording());
                    case EventBody.CameraLost event -> {}
                    case EventBody.CameraBack event -> {}
                }
            }
        }
        long acknowledged = Marks.read(c, Marks.ACKNOWLEDGED);
        List<String> sentences = new ArrayList<>();
        RecordingRows.each(c, row -> {
            if (row.told() == 0) {
                closed.values().remove(row.id()); // older than the column
            } else if (row.told() > acknowledged && !row.id().equals(closed.remove(row.told()))) {
                sentences.add(
                        "Recording " + row.id() + " has a row and no event: number " + row.told() + " is not its own.");
            }
        });
        closed.forEach((seq, id) -> {
            if (!gone.contains(id)) {
                sentences.add("Event " + seq + " tells of recording " + id + ", which has no row.");
            }
        });
        return sentences;
    }
}
