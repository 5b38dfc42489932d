package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.CameraTime;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.GivenUpReason;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.contracts.link.UploadPriority;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void anEventComesBackAsItWasSent() throws Exception {
        var closed = new EventBody.RecordingClosed(
                RecordingId.fresh(),
                NOON,
                12_000,
                1_500_000,
                "a".repeat(64),
                "video/mp4; codecs=\"avc1.4d401f,mp4a.40.2\"",
                1280,
                720,
                EventBody.Delivery.AT_ONCE,
                false,
                MotionMarks.of(BitSet.valueOf(new long[] {6}), new byte[MotionMarks.CELLS], 250),
                new CameraTime(-2300, 20));
        var event = new FromAgent.Event(7, EventId.fresh(), NOON, closed);

        assertThat(LinkCodec.fromAgent(LinkCodec.write(event))).contains(event);
    }

    @Test
    void timesAreWrittenForPeopleAndMachinesAlike() {
        var hello = new FromAgent.Hello(
                TenantId.fresh(), AgentId.fresh(), 1, "0.1.0", NOON, new FromAgent.Life("a", 3), "sig");

        assertThat(LinkCodec.write(hello)).contains("\"type\":\"hello\"", "\"at\":\"2026-11-20T12:00:00Z\"");
    }

    @Test
    void aMessageOfATypeFromTheFutureIsIgnored() throws Exception {
        assertThat(LinkCodec.fromHub("{\"type\":\"dance\",\"steps\":3}")).isEmpty();
    }

    @Test
    void aFieldFromTheFutureIsIgnored() throws Exception {
        assertThat(LinkCodec.fromHub("{\"type\":\"events.ack\",\"seq\":3,\"mood\":\"good\"}"))
                .contains(new FromHub.EventsAck(3));
    }

    @Test
    void aKnownMessageWithAMissingPartIsRefused() {
        assertThatThrownBy(() -> LinkCodec.fromHub("{\"type\":\"events.ack\"}"))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
    }

    @Test
    void anOlderAgentTellsNoFaultAndANewerOneMayTellAnUnknownOne() throws Exception {
        String lost = "{'type':'event','seq':7,'id':'01a1f94a-3971-7d65-821c-e07d22fc2686',"
                + "'at':'2026-11-20T12:00:00Z','body':{'kind':'camera.lost','reason':'gone'%s}}";

        assertThat(lostIn(lost.formatted(""))).isEqualTo(new EventBody.CameraLost("gone", null));
        assertThat(lostIn(lost.formatted(",'fault':'PASSWORD'")))
                .isEqualTo(new EventBody.CameraLost("gone", CameraFault.PASSWORD));
        assertThat(lostIn(lost.formatted(",'fault':'STOLEN'")))
                .isEqualTo(new EventBody.CameraLost("gone", CameraFault.OTHER));
    }

    @Test
    void whatWasGivenUpComesBackAndAReasonFromTheFutureIsAnother() throws Exception {
        var said =
                new FromAgent.GivenUp(List.of(new FromAgent.GivenUp.Count(GivenUpReason.AGE, true, 3, 9_000_000_000L)));

        assertThat(LinkCodec.fromAgent(LinkCodec.write(said))).contains(said);
        assertThat(LinkCodec.fromAgent(LinkCodec.write(said).replace("AGE", "BOREDOM")))
                .contains(new FromAgent.GivenUp(
                        List.of(new FromAgent.GivenUp.Count(GivenUpReason.OTHER, true, 3, 9_000_000_000L))));
    }

    @Test
    void lessThanNothingIsNotGivenUpAndNotForAThousandReasons() {
        String said = LinkCodec.write(
                new FromAgent.GivenUp(List.of(new FromAgent.GivenUp.Count(GivenUpReason.AGE, true, 3, 9))));
        String count = said.substring(said.indexOf('[') + 1, said.indexOf(']'));

        assertThatThrownBy(() -> LinkCodec.fromAgent(said.replace(":3", ":-3")))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
        assertThatThrownBy(() -> LinkCodec.fromAgent(said.replace(count, (count + ",").repeat(1_000) + count)))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
    }

    @Test
    void aPriorityIsToldAndOneThatIsNotToldOrNotKnownFollowsFromWhetherSomebodyWaits() throws Exception {
        for (UploadPriority one : UploadPriority.values()) {
            assertThat(granted(LinkCodec.write(grant(true, one))).turn()).isEqualTo(one);
        }

        String rule = LinkCodec.write(grant(false, UploadPriority.BACKFILL));
        String asked = LinkCodec.write(grant(true, UploadPriority.BACKFILL));
        assertThat(granted(rule.replace(",\"priority\":\"BACKFILL\"", "")).turn())
                .isEqualTo(UploadPriority.RULE);
        assertThat(granted(asked.replace(",\"priority\":\"BACKFILL\"", "")).turn())
                .isEqualTo(UploadPriority.WANTED);
        assertThat(granted(asked.replace("BACKFILL", "LEISURELY")).turn()).isEqualTo(UploadPriority.WANTED);
    }

    private static FromHub.UploadGrant grant(boolean onDemand, UploadPriority priority) {
        return new FromHub.UploadGrant(
                UploadId.fresh(), RecordingId.fresh(), "/up", "ticket", onDemand, 4096, priority);
    }

    private static FromHub.UploadGrant granted(String text) throws LinkCodec.UnreadableMessage {
        return LinkCodec.fromHub(text).map(FromHub.UploadGrant.class::cast).orElseThrow();
    }

    @Test
    void aRecordingThatGrowsBeganBeforeNow() throws Exception {
        var said = new FromAgent.RecordingBegun(RecordingId.fresh(), 1500);

        assertThat(LinkCodec.fromAgent(LinkCodec.write(said))).contains(said);
        assertThatThrownBy(() -> LinkCodec.fromAgent(LinkCodec.write(said).replace("1500", "-1")))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
    }

    @Test
    void anUnsetClockCanBeToldAndStaysTellableBesideAnother() {
        long since1900 = -126L * 365 * 24 * 60 * 60 * 1000;

        assertThat(new CameraTime(since1900, 20).besideOneAheadBy(1000).aheadMs())
                .isEqualTo(since1900 - 1000);
        assertThat(new CameraTime(since1900, 20)
                        .besideOneAheadBy(Long.MAX_VALUE)
                        .withinMs())
                .isEqualTo(20);
        assertThatThrownBy(() -> new CameraTime(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CameraTime(Long.MIN_VALUE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EventBody lostIn(String text) throws LinkCodec.UnreadableMessage {
        return LinkCodec.fromAgent(text.replace('\'', '"'))
                .map(FromAgent.Event.class::cast)
                .orElseThrow()
                .body();
    }

    @Test
    void aRecordingWithoutBytesCannotBeSaid() {
        assertThatThrownBy(() -> new EventBody.RecordingClosed(
                        RecordingId.fresh(),
                        NOON,
                        1,
                        0,
                        "a".repeat(64),
                        "video/mp4",
                        1,
                        1,
                        EventBody.Delivery.AT_ONCE,
                        false,
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartThatIsNullIsAPartThatIsMissing() throws LinkCodec.UnreadableMessage {
        String hello = "{'type':'hello','tenant':null,'agent':'01a1f94a-3971-7d65-821c-e07d22fc2686','protocol':1,"
                + "'version':'1','at':'2026-11-20T12:00:00Z','signature':'x'}";
        String state =
                "{'type':'upload.state','upload':'01a1f94a-3971-7d65-821c-e07d22fc2686','phase':%s,'detail':null}";

        assertThatThrownBy(() -> LinkCodec.fromAgent(hello.replace('\'', '"')))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
        assertThatThrownBy(() -> LinkCodec.fromAgent(state.formatted("null").replace('\'', '"')))
                .isInstanceOf(LinkCodec.UnreadableMessage.class);
        assertThat(LinkCodec.fromAgent(state.formatted("'GONE'").replace('\'', '"')))
                .isPresent();
    }
}
