package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent knows of the vault of its site. */
class BroughtElsewhereTest {
    @TempDir
    Path home;

    private final AgentId vault = AgentId.fresh();

    @Test
    void whatTheVaultOfTheSiteHasGoesBeforeWhatLiesNowhereElseAndAfterWhatTheHubHas() {
        long one;
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            one = Clips.tiny().keep(spool).bytes();
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC(), 3 * one)) {
            RecordingClosed nowhere = (RecordingClosed) Spools.told(spool).getFirst();
            RecordingClosed atTheSite = Clips.tiny().keep(spool);
            RecordingClosed inTheHub = Clips.tiny().keep(spool);
            spool.brought(atTheSite.recording(), vault);
            spool.stored(inTheHub.recording());

            Clips.tiny().keep(spool);
            Clips.tiny().keep(spool);
            Clips.tiny().keep(spool);

            assertThat(Spools.gone(spool))
                    .extracting(gone -> gone.recording())
                    .containsExactly(inTheHub.recording(), atTheSite.recording(), nowhere.recording());
            assertThat(spool.givenUp())
                    .extracting(GivenUp::inVault, GivenUp::recordings)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.api.Assertions.tuple(true, 2L),
                            org.assertj.core.api.Assertions.tuple(false, 1L));
        }
    }

    @Test
    void whatThisVaultWasBroughtIsRememberedOverARestartAndAnotherOneIsBroughtAll() {
        RecordingId first;
        RecordingId second;
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            first = Clips.tiny().keep(spool).recording();
            second = Clips.tiny().keep(spool).recording();
            spool.brought(first, vault);
        }
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(ids(spool.toBring(vault, 0, 10))).containsExactly(second);
            assertThat(ids(spool.toBring(AgentId.fresh(), 0, 10))).containsExactly(first, second);
            long number = spool.toBring(AgentId.fresh(), 0, 1).getFirst().number();
            assertThat(ids(spool.toBring(AgentId.fresh(), number, 10))).containsExactly(second);
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void whatAVaultHadThatIsGoneLiesNowhereElseAnyMore() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            RecordingId first = Clips.tiny().keep(spool).recording();
            AgentId next = AgentId.fresh();
            RecordingId second = Clips.tiny().keep(spool).recording();
            spool.brought(first, vault);
            spool.brought(second, next);

            spool.broughtNowhereBut(next);
            assertThat(ids(spool.toBring(vault, 0, 10))).containsExactly(first, second);
            assertThat(ids(spool.toBring(next, 0, 10))).containsExactly(first);

            spool.broughtNowhere();
            assertThat(ids(spool.toBring(next, 0, 10))).containsExactly(first, second);
        }
    }

    private static List<RecordingId> ids(List<ClosedRecording> recordings) {
        return recordings.stream().map(ClosedRecording::id).toList();
    }
}
