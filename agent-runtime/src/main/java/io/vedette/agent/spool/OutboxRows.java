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
import java.util.Optional;
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
                    case EventBody.RecordingKept event -> closed.put(rows.getLong(1), event.recording());
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
                sentences.add(without(row.id(), row.told()));
            }
        });
        closed.forEach((seq, id) -> {
            if (!gone.contains(id)) {
                sentences.add("Event " + seq + " tells of recording " + id + ", which has no row.");
            }
        });
        return sentences;
    }

    /**
     * The first row that has the number of another event, in words: no seal covers it, since renumbering changes it. An older
     * event of the same recording is no contradiction: a vault may be brought again what it gave up. Holds one row at a time,
     * however many wait. Within the caller's transaction.
     */
    static Optional<String> wrongNumber(Connection c) throws SQLException {
        String waiting =
                "select recording.id, outbox.body, told from recording left join outbox on seq = told where told > ?";
        try (PreparedStatement query = c.prepareStatement(waiting)) {
            query.setLong(1, Marks.read(c, Marks.ACKNOWLEDGED));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RecordingId id = RecordingId.of(row.getString(1));
                    if (row.getString(2) == null || !closes(row.getString(2)).equals(Optional.of(id))) {
                        return Optional.of(without(id, row.getLong(3)));
                    }
                }
            }
        }
        String whose = "select told from recording where id = ? and told is not null and told < ?";
        try (PreparedStatement events = c.prepareStatement("select seq, body from outbox");
                PreparedStatement other = c.prepareStatement(whose);
                ResultSet event = events.executeQuery()) {
            while (event.next()) {
                Optional<RecordingId> closed = closes(event.getString(2));
                if (closed.isPresent()) {
                    other.setString(1, closed.get().toString());
                    other.setLong(2, event.getLong(1));
                    try (ResultSet row = other.executeQuery()) {
                        if (row.next()) {
                            return Optional.of(without(closed.get(), row.getLong(1)));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String without(RecordingId id, long told) {
        return "Recording " + id + " has a row and no event: number " + told + " is not its own.";
    }

    private static Optional<RecordingId> closes(String body) {
        return switch (Outbox.read(body)) {
            case EventBody.RecordingClosed closed -> Optional.of(closed.recording());
            case EventBody.RecordingKept kept -> Optional.of(kept.recording());
            case EventBody.RecordingGone gone -> Optional.empty();
            case EventBody.CameraLost lost -> Optional.empty();
            case EventBody.CameraBack back -> Optional.empty();
        };
    }
}
