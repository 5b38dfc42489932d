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
        return index.inTransaction(c -> {
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
        });
    }

    /**
     * The hub keeps everything up to {@code seq}: those events go. A number this agent never gave means that its index
     * was lost and begun anew; what waits is then numbered on from the hub's, or the hub would drop it as old.
     */
    public void acknowledged(long seq) {
        boolean renumbered = index.inTransaction(c -> {
            long last = mark(c, "last_seq");
            if (seq > last) {
                long shift = seq - mark(c, "acknowledged");
                // by way of negative numbers, because a row must never meet another one's number
                change(c, "update outbox set seq = -(seq + ?)", shift);
                change(c, "update outbox set seq = -seq where seq < ?", 0);
                change(c, "update mark set value = value + ? where name = 'last_seq'", shift);
            } else {
                change(c, "delete from outbox where seq <= ?", seq);
            }
            change(c, "update mark set value = max(value, ?) where name = 'acknowledged'", seq);
            return seq > last;
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
        return index.inTransaction(c -> mark(c, "last_seq"));
    }

    /** Whether the newest event about the camera, acknowledged or not, said that it was lost. A restart does not forget it. */
    public boolean cameraIsLost() {
        return index.inTransaction(c -> mark(c, "camera_lost") == 1);
    }

    /** Runs after each append, on the thread that appended: it must be quick and throw nothing. */
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    /** Within a transaction of the spool's own; that one calls {@link #announce} when it has committed. */
    long append(Connection c, EventBody body, Instant at) throws SQLException {
        change(c, "update mark set value = value + ? where name = 'last_seq'", 1);
        long seq = mark(c, "last_seq");
        try (PreparedStatement insert = c.prepareStatement("insert into outbox values (?, ?, ?, ?)")) {
            insert.setLong(1, seq);
            insert.setString(2, EventId.fresh().toString());
            insert.setString(3, at.toString());
            insert.setString(4, WRITE.writeValueAsString(body));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours cannot be written", e);
        }
        keepWhetherCameraIsLost(c, body);
        return seq;
    }

    private static void keepWhetherCameraIsLost(Connection c, EventBody body) throws SQLException {
        String keep = "update mark set value = ? where name = 'camera_lost'";
        switch (body) {
            case EventBody.CameraLost lost -> change(c, keep, 1);
            case EventBody.CameraBack back -> change(c, keep, 0);
            case EventBody.RecordingClosed closed -> {}
            case EventBody.RecordingGone gone -> {}
        }
    }

    void announce() {
        listeners.forEach(Runnable::run);
    }

    private static EventBody read(String body) {
        try {
            return READ.readValue(body);
        } catch (JsonProcessingException e) {
            throw new SpoolFault("an event in the outbox cannot be read", e);
        }
    }

    private static long mark(Connection c, String name) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select value from mark where name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void change(Connection c, String sql, long value) throws SQLException {
        try (PreparedStatement change = c.prepareStatement(sql)) {
            change.setLong(1, value);
            change.executeUpdate();
        }
    }
}
