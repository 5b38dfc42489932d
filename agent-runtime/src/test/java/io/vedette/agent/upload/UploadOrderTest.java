package io.vedette.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub.UploadGrant;
import io.vedette.contracts.link.UploadPriority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order an agent sends what it was granted in another one. */
@Timeout(20)
class UploadOrderTest {
    private final UploadQueue queue = new UploadQueue();

    @Test
    void theMostUrgentGoesFirstAndAmongEqualsTheOneThatWasGrantedFirst() throws InterruptedException {
        UploadGrant missed = granted(UploadPriority.BACKFILL);
        UploadGrant made = granted(UploadPriority.RULE);
        UploadGrant wanted = granted(UploadPriority.WANTED);
        UploadGrant laterWanted = granted(UploadPriority.WANTED);
        UploadGrant urgent = granted(UploadPriority.URGENT);

        assertThat(workedOff()).containsExactly(urgent, wanted, laterWanted, made, missed);
    }

    @Test
    void whatIsRaisedOvertakesAndKeepsItsAge() throws InterruptedException {
        UploadGrant first = granted(UploadPriority.WANTED);
        UploadGrant missed = granted(UploadPriority.BACKFILL);
        UploadGrant second = granted(UploadPriority.WANTED);

        UploadGrant raised = withPriority(missed, UploadPriority.WANTED);
        queue.granted(raised, false);

        assertThat(workedOff()).containsExactly(first, raised, second);
    }

    @Test
    void whatIsBeingMadeGoesBeforeWhatWasMadeButNotBeforeWhatSomebodyWaitsFor() throws InterruptedException {
        UploadGrant made = granted(UploadPriority.RULE);
        UploadGrant grows = grant(UploadPriority.RULE);
        queue.granted(grows, true);
        UploadGrant wanted = granted(UploadPriority.WANTED);

        assertThat(workedOff()).containsExactly(wanted, grows, made);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHubThatKnowsNoPrioritiesIsServedAsBefore(boolean secondIsAwaited) throws InterruptedException {
        UploadGrant first = withPriority(grant(UploadPriority.RULE), null, false);
        UploadGrant second = withPriority(grant(UploadPriority.RULE), null, secondIsAwaited);
        queue.granted(first, false);
        queue.granted(second, false);

        assertThat(workedOff()).isEqualTo(secondIsAwaited ? List.of(second, first) : List.of(first, second));
    }

    private List<UploadGrant> workedOff() throws InterruptedException {
        List<UploadGrant> order = new ArrayList<>();
        while (queue.size() > 0) {
            UploadGrant next = queue.grant(queue.next());
            order.add(next);
            queue.over(next.upload());
        }
        return order;
    }

    private UploadGrant granted(UploadPriority priority) {
        UploadGrant grant = grant(priority);
        queue.granted(grant, false);
        return grant;
    }

    private static UploadGrant grant(UploadPriority priority) {
        return new UploadGrant(
                UploadId.fresh(), RecordingId.fresh(), "/up", "ticket", priority.awaited(), 4096, priority);
    }

    private static UploadGrant withPriority(UploadGrant grant, UploadPriority priority) {
        return withPriority(grant, priority, priority.awaited());
    }

    private static UploadGrant withPriority(UploadGrant grant, @Nullable UploadPriority priority, boolean awaited) {
        return new UploadGrant(
                grant.upload(), grant.recording(), grant.path(), grant.ticket(), awaited, grant.chunkBytes(), priority);
    }
}
