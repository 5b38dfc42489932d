package io.vedette.stack.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.stack.words.StackFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondStackOnTheSameFolderIsToldSo() {
        VarFolder var = new VarFolder(folder.resolve("var"));

        try (VarLock lock = VarLock.take(var)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> VarLock.take(var))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining("Another demo runs on " + var.root());
        }
    }

    @Test
    void theFolderIsFreeAgainAfterwardsAndOtherFoldersAlways() {
        VarFolder var = new VarFolder(folder.resolve("var"));
        VarLock.take(var).close();

        try (VarLock again = VarLock.take(var);
                VarLock other = VarLock.take(new VarFolder(folder.resolve("other")))) {
            assertThat(again).isNotSameAs(other);
        }
    }
}
