package io.vedette.lab.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFolderTest {
    @TempDir
    Path home;

    @Test
    void twoWhoAskAtOnceGetOneClipAndNothingIsLeftLying() throws Exception {
        Files.createDirectories(home.resolve(".clip-of-somebody-killed"));
        Callable<ClipFolder> ask = () -> ClipFolder.ensure(home, ClipPlan.glimpse());

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<ClipFolder>> clips = both.invokeAll(List.of(ask, ask));

            assertThat(clips.getFirst().get().path())
                    .isEqualTo(clips.getLast().get().path());
            assertThat(clips.getFirst().get().truth())
                    .isEqualTo(clips.getLast().get().truth());
        }
        try (Stream<Path> entries = Files.list(home)) {
            assertThat(entries.map(e -> e.getFileName().toString()))
                    .containsExactlyInAnyOrder("glimpse-" + ClipPlan.VERSION, ".making");
        }
    }
}
