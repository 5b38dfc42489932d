package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.CameraFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyFaultHasAReasonAndARemedyOfItsOwn(String language) {
        var all = Arrays.stream(CameraFault.values())
                .map(fault -> Trouble.of(fault.name().toLowerCase(Locale.ROOT), Locale.of(language), ""))
                .toList();

        assertThat(all).extracting(Trouble::title).doesNotHaveDuplicates().noneMatch(text -> text.contains("??"));
        assertThat(all).extracting(Trouble::how).doesNotHaveDuplicates().noneMatch(text -> text.contains("??"));
    }

    @Test
    void anAgentWhoseDiskIsFullIsInTroubleAndOneWithRoomOrAwayIsNot() {
        assertThat(Trouble.disk(OptionalInt.of(0), Locale.ENGLISH).orElseThrow().title())
                .contains("full", "0 %");
        assertThat(Trouble.disk(OptionalInt.of(20), Locale.ENGLISH)).isEmpty();
        assertThat(Trouble.disk(OptionalInt.empty(), Locale.ENGLISH)).isEmpty();
    }
}
