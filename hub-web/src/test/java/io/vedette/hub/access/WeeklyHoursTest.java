package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.WeeklyHours.Window;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Written once in Java and once in the database: both must say the same. */
class WeeklyHoursTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WeeklyHours NIGHTS =
            WeeklyHours.of(BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), at("20:00"), at("06:00"));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aNightGoesOnIntoTheNextMorning() {
        assertThat(NIGHTS.contain(Instant.parse("2026-11-20T18:59:00Z"))).isFalse(); // Friday 19:59
        assertThat(NIGHTS.contain(Instant.parse("2026-11-20T19:00:00Z"))).isTrue();
        assertThat(NIGHTS.contain(Instant.parse("2026-11-21T04:59:59Z"))).isTrue(); // Saturday morning
        assertThat(NIGHTS.contain(Instant.parse("2026-11-21T05:00:00Z"))).isFalse();
        assertThat(NIGHTS.contain(Instant.parse("2026-11-21T20:00:00Z"))).isFalse(); // Saturday night
    }

    @Test
    void aNightFromSundayGoesOnIntoMonday() {
        var hours = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.SUNDAY), at("22:00"), at("06:00"));

        assertThat(hours.windows()).containsExactly(new Window(0, 360), new Window(9_960, 10_080));
        assertThat(hours.contain(Instant.parse("2026-11-22T21:30:00Z"))).isTrue();
        assertThat(hours.contain(Instant.parse("2026-11-23T04:30:00Z"))).isTrue();
    }

    @Test
    void theSameTimeTwiceIsAWholeDayAndNeighboursAreJoined() {
        var weekend =
                WeeklyHours.of(BERLIN, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), at("00:00"), at("00:00"));

        assertThat(weekend.windows()).containsExactly(new Window(7_200, 10_080));
    }

    @Test
    void anHourThatComesTwiceCountsTwiceAndOneThatNeverComesNever() {
        var early = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.SUNDAY), at("02:00"), at("03:00"));

        assertThat(early.contain(Instant.parse("2026-10-25T00:30:00Z"))).isTrue(); // 02:30 summer time
        assertThat(early.contain(Instant.parse("2026-10-25T01:30:00Z"))).isTrue(); // 02:30 again
        assertThat(early.contain(Instant.parse("2027-03-28T00:59:00Z"))).isFalse(); // 01:59
        assertThat(early.contain(Instant.parse("2027-03-28T01:00:00Z"))).isFalse(); // 03:00
    }

    @Test
    void whatCoversLeavesNoHourOut() {
        var monday = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.MONDAY), at("21:00"), at("05:00"));
        var sunday = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.SUNDAY), at("21:00"), at("05:00"));

        assertThat(NIGHTS.cover(monday)).isTrue();
        assertThat(NIGHTS.cover(NIGHTS)).isTrue();
        assertThat(NIGHTS.cover(sunday)).isFalse();
        assertThat(monday.cover(NIGHTS)).isFalse();
        assertThat(NIGHTS.cover(new WeeklyHours(ZoneId.of("Asia/Tokyo"), monday.windows())))
                .as("by another wall clock")
                .isFalse();
    }

    @Test
    void noHoursAtAllAndWindowsThatEndBeforeTheyBeginAreRefused() {
        assertThatThrownBy(() -> new WeeklyHours(BERLIN, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(60, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(-1, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(0, 10_081)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two years of random moments, many of them in a night in which clocks are moved. */
    @Test
    void theDatabaseSaysTheSame() throws SQLException {
        var random = new Random(20_261_128);
        try (var connection = TestDatabase.asHub(WORLD.settings).getConnection()) {
            for (String zone :
                    List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")) {
                for (int i = 0; i < 300; i++) {
                    WeeklyHours hours = some(ZoneId.of(zone), random);
                    Instant at = Instant.parse(i % 3 == 0 ? "2026-10-25T00:00:00Z" : "2026-01-01T00:00:00Z")
                            .plusSeconds(random.nextInt(i % 3 == 0 ? 10_800 : 63_072_000));
                    assertThat(database(connection, hours, at))
                            .as("%s at %s", hours, at)
                            .isEqualTo(hours.contain(at));
                }
            }
        }
    }

    @Test
    void betweenNowAndTheNextEdgeTheAnswerStaysTheSame() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            WeeklyHours hours = some(BERLIN, random);
            Instant now = Instant.parse("2026-10-24T00:00:00Z").plusSeconds(random.nextInt(400_000));
            Instant edge = hours.nextEdge(now);
            boolean before = hours.contain(now);
            assertThat(edge).isAfter(now);
            for (int step = 1; step <= 20; step++) {
                Instant between =
                        now.plus(Duration.between(now, edge).multipliedBy(step).dividedBy(21));
                assertThat(hours.contain(between))
                        .as("%s, %s to %s", hours, now, edge)
                        .isEqualTo(before);
            }
        }
    }

    private static WeeklyHours some(ZoneId zone, Random random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        return WeeklyHours.of(
                zone,
                days,
                LocalTime.ofSecondOfDay(60L * random.nextInt(1_440)),
                LocalTime.ofSecondOfDay(60L * random.nextInt(1_440)));
    }

    private static boolean database(Connection connection, WeeklyHours hours, Instant at) throws SQLException {
        Object[] edges = Arrays.stream(hours.edges()).boxed().toArray();
        try (var ask = connection.prepareStatement("select within_hours(?, ?, ?)")) {
            ask.setArray(1, connection.createArrayOf("integer", edges));
            ask.setString(2, hours.zone().getId());
            ask.setTimestamp(3, Timestamp.from(at));
            try (var answer = ask.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }
}
