package io.vedette.agent.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.LinkCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Events on their way to the hub: numbered without a hole over the whole life of the agent, kept until acknowledged.
 * Safe for several threads.
 */
public final class Outbox {
    private static final ObjectWriter WRITE = LinkCodec.json().writerFor(EventBody.class);
    private static final ObjectReader READ = LinkCodec.json().readerFor(EventBody.class);

    private final SpoolIndex index;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Outbox(SpoolIndex index) {
        this.index = index;
    }

    /** The oldest unacknowledged events with a number above {@code afterSeq}, in order, {@code most} of them at most. */
    public List<FromAgent.Event> pending(long afterSeq, int most) {
        return index.inTransaction(c -> pending(c, afterSeq, most));
    }

    /**
     * As {@link #pending}, for whoever sends them: that these numbers may have left is on the disk before this returns. It is
     * what tells, later, a hub that knows more than this index does.
     */
    public List<FromAgent.Event> toSend(long afterSeq, int most) {
        return index.inTransaction(c -> {
            List<FromAgent.Event> events = pending(c, afterSeq, most);
            if (!events.isEmpty() && events.getLast().seq() > Marks.read(c, Marks.SENT_TO)) {
                Marks.write(c, Marks.SENT_TO, events.getLast().seq());
            }
            return events;
        });
    }

    /**
     * The hub keeps everything up to {@code seq}: those events go. A number that never left here means that this index is
     * younger than what the hub heard, begun anew or come back from a copy; then what waits is numbered on from the hub's,
     * or the hub would drop it as old.
     */
    public void acknowledged(long seq) {
        boolean renumbered = index.inTransaction(c -> {
            boolean neverSent = seq > Marks.read(c, Marks.SENT_TO);
            if (neverSent) {
                Renumbering.after(c, seq);
            } else {
                try (PreparedStatement delete = c.prepareStatement("delete from outbox where seq <= ?")) {
                    delete.setLong(1, seq);
                    delete.executeUpdate();
                }
            }
            Marks.write(c, Marks.ACKNOWLEDGED, Math.max(seq, Marks.read(c, Marks.ACKNOWLEDGED)));
            return neverSent;
        });
        if (renumbered) {
            announce();
        }
    }

    /** Writes an event down, flushed, and tells the listeners. Returns its number. */
    public long append(EventBody body, Instant at) {
        long seq = index.inTransaction(c -> append(c, body, at));
        announce();
        return seq;
    }

    /** The number of the newest event ever, acknowledged or not; 0 before the first. */
    public long lastSeq() {
        return index.inTransaction(c -> Marks.read(c, Marks.LAST_SEQ));
    }

    /** Whether the newest event about the camera, acknowledged or not, said that it was lost. A restart does not forget it. */
    public boolean cameraIsLost() {
        return index.inTransaction(c -> Marks.read(c, Marks.CAMERA_LOST) == 1);
    }

    /** Runs after each append, on the thread that appended: it must be quick and throw nothing. */
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    /** Within a transaction of the spool's own; that one calls {@link #announce} when it has committed. */
    long append(Connection c, EventBody body, Instant at) throws SQLException {
        long seq = Marks.read(c, Marks.LAST_SEQ) + 1;
        Marks.write(c, Marks.LAST_SEQ, seq);
        String sql = "insert into outbox (seq, id, at, body, seal) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = c.prepareStatement(sql)) {
            String id = EventId.fresh().toString();
            String text = WRITE.writeValueAsString(body);
            insert.setLong(1, seq);
            insert.setString(2, id);
            insert.setString(3, at.toString());
            insert.setString(4, text);
            insert.setLong(5, seal(id, at.toString(), text));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours cannot be written", e);
        }
        keepWhetherCameraIsLost(c, body);
        return seq;
    }

    /** Without the number, which may change. */
    static long seal(String id, String at, String body) {
        return Seal.of(id, at, body);
    }

    private static void keepWhetherCameraIsLost(Connection c, EventBody body) throws SQLException {
        switch (body) {
            case EventBody.CameraLost lost -> Marks.write(c, Marks.CAMERA_LOST, 1);
            case EventBody.CameraBack back -> Marks.write(c, Marks.CAMERA_LOST, 0);
            case EventBody.RecordingClosed closed -> {}
            case EventBody.RecordingGone gone -> {}
            case EventBody.RecordingKept kept -> {}
        }
    }

    void announce() {
        listeners.forEach(Runnable::run);
    }

    static List<FromAgent.Event> pending(Connection c, long afterSeq, int most) throws SQLException {
        String sql = "select seq, id, at, body from outbox where seq > ? order by seq limit ?";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            query.setLong(1, afterSeq);
            query.setInt(2, most);
            List<FromAgent.Event> events = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(new FromAgent.Event(
                            rows.getLong(1),
                            EventId.of(rows.getString(2)),
                            Instant.parse(rows.getString(3)),
                            read(rows.getString(4))));
                }
            }
            return events;
        }
    }

    static EventBody read(String body) {
        try {
            return READ.readValue(body);
        } catch (JsonProcessingException e) {
            throw new SpoolFault("an event in the outbox cannot be read", e);
        }
    }
}
