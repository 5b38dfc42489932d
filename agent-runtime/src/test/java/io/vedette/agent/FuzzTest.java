package io.vedette.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.camera.jpeg.MultipartPicturesFuzz;
import io.vedette.agent.config.ConfigDocumentFuzz;
import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.FileScanFuzz;
import io.vedette.agent.fmp4.ParameterSetsFuzz;
import io.vedette.agent.wire.AnswerReaderFuzz;
import io.vedette.agent.wire.listen.RequestReaderFuzz;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The agent's own parsers against inputs that Jazzer makes up, led by what they reach: no exception but the announced ones, no
 * hang, no more than 64 MB. {@code -Dvedette.fuzz=600} for ten minutes each.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("vedette.fuzz", 60);
    /** Two at a time, because each takes a processor for itself. */
    private static final String ONE = "a fuzzer";

    private static final String OTHER = "another fuzzer";

    @TempDir
    Path work;

    /** Starts from what is whole, so that the first inputs reach beyond the first check. */
    private void seed(String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(work.resolve("seeds")).resolve(name), bytes);
    }

    private void seed(String name, String text) throws IOException {
        seed(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void fuzz(Class<?> target) throws Exception {
        Files.createDirectories(work.resolve("seeds"));
        Path log = work.resolve("log");
        Process jazzer = new ProcessBuilder(List.of(
                        "nice", // beside tests before cameras, which cannot wait
                        "-n",
                        "15",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m", // what it needs itself, and 64 MB for an input
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        withoutNativeLibraries(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.vedette.**",
                        "--disabled_hooks=.*",
                        "-max_total_time=" + SECONDS,
                        "-timeout=10", // seconds for one input, on a machine that has other work as well
                        "-max_len=8192",
                        work.resolve("seeds").toString()))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = jazzer.waitFor();
        List<String> said = Files.readAllLines(log);
        System.out.println(target.getSimpleName() + ": "
                + said.stream()
                        .filter(line -> line.startsWith("Done "))
                        .findFirst()
                        .orElse("not done"));
        assertThat(code)
                .as("what %s said: %s", target.getSimpleName(), String.join("\n", said))
                .isZero();
        assertThat(said).as("it ran").anyMatch(line -> line.startsWith("Done "));
    }

    /** It goes through every class on the path at its start, and these are the larger part of it. */
    private static String withoutNativeLibraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*/(ff|open|java)(mpeg|cv|blas|cpp)-[^/]*|.*/sqlite-jdbc-[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    @ResourceLock(ONE)
    void parameterSetsOfAnyCameraAreReadOrRefused() throws Exception {
        ClipFolder clip = ClipFolder.ensure(Path.of("../src/lab/target/clips"), ClipPlan.glimpse());
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (int set = 0; set < 2; set++) {
            key.writeBytes(new byte[] {0, 0, 0, 1});
            key.writeBytes(clip.main().configuration(set));
        }
        seed("h264", key.toByteArray());
        fuzz(ParameterSetsFuzz.class);
    }

    @Test
    @ResourceLock(OTHER)
    void aFileIsARecordingUpToItsLastWholeFragmentOrNone() throws Exception {
        ClipFragments clip = ClipFragments.ofGlimpse(3);
        seed("init", bytes(clip.init().bytes()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes(clip.init().bytes()));
        byte[] fragment = bytes(clip.fragments().getLast().bytes());
        // the head of a fragment and a box of data that is short enough for the fuzzer
        int head = ByteBuffer.wrap(fragment).getInt();
        file.write(fragment, 0, head);
        file.write(ByteBuffer.allocate(16)
                .putInt(16)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .array());
        seed("whole", file.toByteArray());
        fuzz(FileScanFuzz.class);
    }

    @Test
    @ResourceLock(ONE)
    void anAnswerOfHttpIsReadOrRefused() throws Exception {
        seed("length", "HTTP/1.1 204 No Content\r\nUpload-Offset: 17\r\nContent-Length: 3\r\n\r\nabc");
        seed("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        fuzz(AnswerReaderFuzz.class);
    }

    @Test
    @ResourceLock(OTHER)
    void aBodyOfPicturesIsTakenApartOrRefused() throws Exception {
        seed("told", "--next\r\nContent-Length: 3\r\n\r\nabc\r\n--next\r\n\r\nabc\r\n--next\r\n\r\n");
        fuzz(MultipartPicturesFuzz.class);
    }

    @Test
    @ResourceLock(OTHER)
    void aRequestToTheVaultOfASiteIsReadOrRefused() throws Exception {
        seed("part", "PATCH /recording/a HTTP/1.1\r\nUpload-Offset: 17\r\nContent-Length: 3\r\n\r\nabc");
        seed("chunked", "POST /recording/a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        fuzz(RequestReaderFuzz.class);
    }

    @Test
    @ResourceLock(ONE)
    void settingsAreReadOrRefusedInWords() throws Exception {
        seed(
                "half",
                "{\"hub\": \"https://hub.example\", \"camera\": {\"main\": \"rtsp://192.0.2.1/a\"}, \"recording\":"
                        + " {\"hours\": \"mon-fri 08:00-18:00\", \"zone\": \"Europe/Berlin\", \"longestSeconds\": 60}}");
        fuzz(ConfigDocumentFuzz.class);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
