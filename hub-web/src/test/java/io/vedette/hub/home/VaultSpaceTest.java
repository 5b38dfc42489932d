package io.vedette.hub.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much room a file system has, as it says itself. */
class VaultSpaceTest {
    @Test
    void aFolderSaysHowMuchRoomThereIsAndOneThatIsNotThereSaysNothing(@TempDir Path folder) {
        assertThat(VaultSpace.of(folder))
                .hasValueSatisfying(
                        space -> assertThat(space.free()).isPositive().isLessThanOrEqualTo(space.total()));
        assertThat(VaultSpace.of(folder.resolve("nothing"))).isEmpty();
    }

    @Test
    void belowATenthItIsTight() {
        assertThat(new VaultSpace.Space(100, 1000).tight()).isFalse();
        assertThat(new VaultSpace.Space(99, 1000).tight()).isTrue();
        assertThat(new VaultSpace.Space(0, 0).tight()).isTrue();
    }
}
