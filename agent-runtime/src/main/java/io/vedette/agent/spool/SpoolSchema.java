package io.vedette.agent.spool;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of the index, version by version: a new index is made by all steps, an older one by those it lacks. A step
 * once shipped is never changed.
 */
final class SpoolSchema {
    private static final List<String> FIRST = List.of(
            """
            create table recording (
              number integer primary key autoincrement,
              id text not null unique,
              started_at text not null,
              duration_ms integer not null,
              bytes integer not null,
              sha256 text not null,
              mime text not null,
              width integer not null,
              height integer not null,
              delivery text not null,
              cut integer not null,
              state text not null check (state in ('KEPT', 'STORED', 'GONE')))
            """,
            """
            create table draft (
              id text primary key,
              started_at text not null,
              mime text not null,
              width integer not null,
              height integer not null,
              delivery text not null)
            """,
            "create table outbox (seq integer primary key, id text not null, at text not null, body text not null)",
            "create table mark (name text primary key, value integer not null)",
            "insert into mark values ('last_seq', 0), ('acknowledged', 0), ('camera_lost', 0)",
            "pragma user_version = 1");

    private static final List<String> SECOND = List.of(
            // number of the event that told of it; null in a row that is older than this column
            "alter table recording add column told integer",
            "alter table recording add column lived_s integer not null default 0",
            // CRC of what never changes in the row; null in a row that is older than this column
            "alter table recording add column seal integer",
            "alter table outbox add column seal integer",
            "alter table mark add column seal integer",
            // answers the sum of bytes and the order of sacrifice without a look at the rows
            "create index recording_order on recording (state, number, bytes)",
            """
            create table given_up (
              reason text not null,
              place text not null check (place in ('VAULT', 'EDGE')),
              recordings integer not null,
              bytes integer not null,
              primary key (reason, place))
            """,
            "create table identity (spool text not null, opened integer not null, seal integer not null)",
            "insert into mark (name, value) select 'sent_to', value from mark where name = 'last_seq'",
            // a second witness for user_version: one of the two alone means damage, not a newer agent
            "insert into mark (name, value) values ('lived_s', 0), ('lived_until', 0), ('schema', 2)",
            "pragma user_version = 2");

    private static final List<String> THIRD = List.of(
            // what moved in it; null where nobody looked, and in a row that is older than this column
            "alter table recording add column motion text",
            "update mark set value = 3, seal = null where name = 'schema'",
            "pragma user_version = 3");

    private static final List<String> FOURTH = List.of(
            // whose it is, in the spool of an edge vault; null in a row of the agent's own
            "alter table recording add column camera text",
            // the vault of the site that was brought it, too; null while none was
            "alter table recording add column brought text",
            "create index recording_brought on recording (state, number) where brought is not null",
            "update mark set value = 4, seal = null where name = 'schema'",
            "pragma user_version = 4");

    private static final List<List<String>> STEPS = List.of(FIRST, SECOND, THIRD, FOURTH);

    static final int VERSION = STEPS.size();

    private SpoolSchema() {}

    /** What an index of that version lacks; 0 for one that is empty. */
    static List<String> after(int version) {
        return between(version, VERSION);
    }

    static List<String> between(int version, int last) {
        return STEPS.subList(version, last).stream()
                .flatMap(step -> Stream.of(step.toArray(String[]::new)))
                .toList();
    }
}
