package io.vedette.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    private Path folder;

    private VarFolder var;
    private Children children;

    @BeforeEach
    void begin() {
        var = new VarFolder(folder);
        children = new Children(var);
    }

    @AfterEach
    void nothingIsLeft() {
        children.stopAll();
        assertThat(children.alive()).isEmpty();
    }

    @Test
    void aChildThatEndsByItselfIsSaidInWords() throws InterruptedException, ExecutionException, TimeoutException {
        children.start(spec("broken", List.of("ls", "--no-such-option"), Map.of(), false));

        Child dead = children.firstDeath().get(10, TimeUnit.SECONDS);

        assertThat(dead.obituary())
                .startsWith("broken ended with exit code 2.")
                .contains("no-such-option")
                .contains(var.logs().resolve("broken.log").toString());
    }

    @Test
    void aKilledChildIsSaidToHaveBeenKilled() throws InterruptedException, ExecutionException, TimeoutException {
        Child child = children.start(spec("victim", List.of("sleep", "500"), Map.of(), false));
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);

        Child dead = children.firstDeath().get(10, TimeUnit.SECONDS);

        assertThat(dead.obituary()).contains("was ended by signal 9").contains("It wrote nothing");
    }

    @Test
    void aChildWeEndOurselvesIsNoDeath() {
        children.start(spec("sleeper", List.of("sleep", "500"), Map.of(), false))
                .stop();
        children.start(spec("sleeper", List.of("sleep", "500"), Map.of(), false))
                .kill();

        assertThat(children.alive()).isEmpty();
        assertThat(children.firstDeath()).isNotDone();
    }

    @Test
    void aChildOnTheLeashEndsWhenItsInputCloses() {
        Child child = children.start(spec("reader", List.of("cat"), Map.of(), true));
        assertThat(child.isAlive()).isTrue();

        child.stop();

        assertThat(child.exitCode()).as("it ended by itself, not by a signal").isZero();
    }

    @Test
    void aChildSeesItsOwnSettingsAndNothingThatCouldChangeIt() throws IOException {
        Child child = children.startPassing(spec("env", List.of("env"), Map.of("OWN", "value"), false));
        child.onExit().join();

        String seen = Files.readString(child.log());

        assertThat(seen).contains("OWN=value").contains("PATH=");
        assertThat(seen.lines().map(line -> line.replaceFirst("=.*", "")))
                .doesNotContain("MAVEN_ARGS", "JAVA_TOOL_OPTIONS", "MAVEN_OPTS");
    }

    @Test
    void theLogsOfTheStartsBeforeAreKept() throws IOException {
        for (String word : List.of("one", "two", "three", "four")) {
            children.startPassing(spec("echo", List.of("echo", word), Map.of(), false))
                    .onExit()
                    .join();
        }

        assertThat(Files.readString(var.logs().resolve("echo.log"))).startsWith("four");
        assertThat(Files.readString(var.logs().resolve("echo.log.1"))).startsWith("three");
        assertThat(Files.readString(var.logs().resolve("echo.log.2"))).startsWith("two");
        assertThat(var.logs().resolve("echo.log.3")).doesNotExist();
    }

    @Test
    void nothingStartsOnceEverythingIsBeingStopped() {
        children.stopAll();

        assertThatThrownBy(() -> children.start(spec("late", List.of("sleep", "500"), Map.of(), false)))
                .isInstanceOf(StackFailed.class);
    }

    private ChildSpec spec(String name, List<String> command, Map<String, String> environment, boolean leash) {
        return new ChildSpec(name, Stage.EDGE, command, environment, folder, command.getLast(), leash, List.of());
    }
}
