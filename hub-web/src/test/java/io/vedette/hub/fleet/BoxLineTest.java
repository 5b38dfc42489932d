package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.GivenUp.Count;
import io.vedette.contracts.link.GivenUpReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoxLineTest {
    private static final FromAgent.GivenUp SOME = new FromAgent.GivenUp(List.of(
            new Count(GivenUpReason.AGE, true, 12, 3_000_000_000L),
            new Count(GivenUpReason.DISK_FULL, false, 1, 5_000_000),
            new Count(GivenUpReason.BYTES, false, 0, 0)));

    @Test
    void whatTheVaultHasIsToldApartFromWhatIsLost() {
        BoxLine box = BoxLine.of("61 %", Optional.of(SOME), Locale.ENGLISH);

        assertThat(box.tellsGivenUp()).isTrue();
        assertThat(box.givenUp()).extracting(BoxLine.Loss::lost).containsExactly(false, true);
        assertThat(box.givenUp().getFirst().words())
                .startsWith("12 recordings (")
                .endsWith("that the vault has: kept for as long as it should");
        assertThat(box.givenUp().getLast().words())
                .startsWith("One recording (")
                .endsWith("that the vault does not have: its disk was full");
    }

    @Test
    void germanHasItsOwnWords() {
        assertThat(BoxLine.of("", Optional.of(SOME), Locale.GERMAN)
                        .givenUp()
                        .getLast()
                        .words())
                .startsWith("Eine Aufnahme (")
                .contains("nicht im Archiv");
    }

    @Test
    void anAgentThatGaveUpNothingIsNotOneThatDoesNotTell() {
        assertThat(BoxLine.of("", Optional.of(new FromAgent.GivenUp(List.of())), Locale.ENGLISH)
                        .tellsGivenUp())
                .isTrue();
        assertThat(BoxLine.of("", Optional.empty(), Locale.ENGLISH).tellsGivenUp())
                .isFalse();
    }
}
