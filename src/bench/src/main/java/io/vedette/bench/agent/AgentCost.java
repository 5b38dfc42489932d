package io.vedette.bench.agent;

import io.vedette.agent.AgentFlags;
import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.SendingRules;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.wire.HubAddress;
import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.stack.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * P1 and P2: processor time and memory of an agent, of FFmpeg that only copies, and of Debian's {@code motion}, all at once on the
 * lab's camera. Each round is a minute; the middle one of five counts.
 */
public final class AgentCost {
    private static final int ROUNDS = 5;
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(60);
    private static final CameraLogin LOGIN = new CameraLogin("watcher", "bench");
    private static final double MEGABYTE = 1e6;
    /** 1920x1080 at 15 pictures a second, 3 Mbit/s, AAC, 640x360 beside it. */
    private static final ClipPlan FULL_SIZE = ClipPlan.yard()
            .in(new ClipForm(ClipForm.Pictures.H264, ClipForm.Sound.AAC, ClipForm.Raster.FULL))
            .at(3_000_000);

    private static final String FLOOR = "ffmpeg, same library";
    private static final String RECORDING = "agent, records alone";
    private static final String ALL_OF_SUB = "agent, all of the sub stream";
    private static final String KEY_FRAMES = "agent, main key frames";

    private AgentCost() {}

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path folder = parts.root().resolve("src/bench/target/agent");
        Folders.clear(folder);
        Path clips = parts.root().resolve("src/lab/target/clips");
        try (TestCamera camera = TestCamera.start(ClipFolder.ensure(clips, FULL_SIZE), LOGIN, 0, Clock.systemUTC())) {
            List<Watched> programs = start(parts, folder, camera);
            try {
                Map<String, List<Double>> seconds = rounds(programs);
                report(programs, seconds, out);
            } finally {
                programs.forEach(Watched::close);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the camera cannot be started", e);
        }
    }

    private static List<Watched> start(Parts parts, Path folder, TestCamera camera) throws IOException {
        List<Watched> programs = new ArrayList<>();
        String main = withLogin(camera.mainUrl());
        programs.add(copying(FLOOR, Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), folder, main));
        installed("ffmpeg").ifPresent(path -> programs.add(copying("ffmpeg, Debian's", path, folder, main)));
        MotionSettings off = new MotionSettings(MotionMode.OFF, MotionAreas.WHOLE_PICTURE);
        programs.add(agent(parts, folder, RECORDING, off, camera.mainUrl(), null));
        programs.add(agent(parts, folder, ALL_OF_SUB, MotionSettings.USUAL, camera.mainUrl(), camera.subUrl()));
        programs.add(agent(parts, folder, KEY_FRAMES, MotionSettings.USUAL, camera.mainUrl(), null));
        installed("motion").ifPresent(path -> {
            programs.add(motion("motion on the sub stream", path, folder, camera.subUrl(), camera.mainUrl()));
            programs.add(motion("motion on the main stream", path, folder, camera.mainUrl(), null));
        });
        return programs;
    }

    private static Watched copying(String name, String program, Path folder, String url) {
        return Watched.start(
                name,
                folder.resolve(name.replace(' ', '-')),
                Map.of(),
                List.of(
                        program,
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-rtsp_transport",
                        "tcp",
                        "-i",
                        url,
                        "-c",
                        "copy",
                        "-f",
                        "segment",
                        "-segment_time",
                        "10",
                        "%05d.mkv"));
    }

    private static Watched agent(
            Parts parts, Path folder, String name, MotionSettings motion, String main, @Nullable String sub)
            throws IOException {
        AgentHome home = AgentHome.at(folder.resolve(name.replace(' ', '-'))).make();
        RecordingRules always = new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(10), Timetable.ALWAYS, null);
        CameraAccess access = new CameraAccess(
                StreamAddress.of(main),
                sub == null ? null : StreamAddress.of(sub),
                LOGIN.user(),
                new Secret(LOGIN.password()));
        AgentKey key = AgentKey.in(home.keyFile());
        home.write(new AgentConfig(
                HubAddress.of("http://127.0.0.1:1"), // nobody: the agent records on and asks now and then
                TenantId.fresh(),
                AgentId.fresh(),
                CameraId.fresh(),
                "Bench",
                access,
                Delivery.ON_DEMAND,
                AgentConfig.Keep.USUAL,
                motion,
                always,
                SendingRules.USUAL,
                key.publicKey(),
                ""));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AgentFlags.jvm(folder.resolve("libraries")));
        command.addAll(List.of(
                "-jar",
                parts.agentJar().toString(),
                "run",
                "--home",
                home.folder().toString()));
        return Watched.start(name, folder.resolve(name.replace(' ', '-') + "-log"), AgentFlags.ENVIRONMENT, command);
    }

    private static Watched motion(String name, String program, Path folder, String watched, @Nullable String kept) {
        Path own = folder.resolve(name.replace(' ', '-'));
        String high = kept == null ? "" : "netcam_high_url " + kept + "\n";
        String settings = """
                daemon off
                setup_mode off
                log_level 4
                netcam_url %s
                %snetcam_userpass %s:%s
                netcam_params rtsp_transport=tcp
                movie_passthrough on
                movie_output on
                emulate_motion on
                picture_output off
                text_left
                text_right
                webcontrol_port 0
                stream_port 0
                event_gap 10
                movie_max_time 10
                target_dir %s
                """.formatted(watched, high, LOGIN.user(), LOGIN.password(), own);
        try {
            Files.createDirectories(own);
            Path file = Files.writeString(own.resolve("motion.conf"), settings);
            return Watched.start(name, own, Map.of(), List.of(program, "-n", "-c", file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("motion cannot be set up", e);
        }
    }

    private static String withLogin(String url) {
        return url.replace("://", "://" + LOGIN.user() + ":" + LOGIN.password() + "@");
    }

    private static Optional<String> installed(String program) {
        return Stream.of("/usr/bin/", "/usr/local/bin/")
                .map(folder -> folder + program)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    /** Seconds of processor time a minute, for each program in each round. */
    private static Map<String, List<Double>> rounds(List<Watched> programs) {
        Map<String, List<Double>> seconds = new TreeMap<>();
        pause(SETTLE);
        for (int round = 0; round < ROUNDS; round++) {
            programs.forEach(Watched::count);
            pause(ROUND);
            programs.forEach(program -> seconds.computeIfAbsent(program.name(), name -> new ArrayList<>())
                    .add(program.counted().toNanos() / 1e9 * 60 / ROUND.toSeconds()));
        }
        return seconds;
    }

    private static void report(List<Watched> programs, Map<String, List<Double>> seconds, Consumer<Figure> out) {
        double floor = middle(seconds, FLOOR);
        double alone = middle(seconds, RECORDING);
        double sub = middle(seconds, ALL_OF_SUB);
        double keys = middle(seconds, KEY_FRAMES);
        programs.forEach(program -> System.out.printf(
                Locale.ROOT,
                "%s: %.2f s a minute, %.0f MB%n",
                program.name(),
                middle(seconds, program.name()),
                program.memory() / MEGABYTE));
        out.accept(new Figure("P1.record", alone / floor, 1.3, words(alone, "FFmpeg copying", floor)));
        if (seconds.containsKey("motion on the sub stream")) {
            double theirs = middle(seconds, "motion on the sub stream");
            out.accept(new Figure("P1.sub", sub / theirs, 0.75, words(sub, "motion", theirs)));
            double large = middle(seconds, "motion on the main stream");
            out.accept(new Figure("P1.main", keys / large, 0.2, words(keys, "motion", large)));
        } else {
            System.out.println("motion is not installed: P1.sub and P1.main are skipped");
        }
        memory(programs, RECORDING, 100, "P2.record", out);
        memory(programs, ALL_OF_SUB, 130, "P2.motion", out);
    }

    private static void memory(List<Watched> programs, String name, double limit, String figure, Consumer<Figure> out) {
        Watched agent =
                programs.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        double megabytes = agent.memory() / MEGABYTE;
        String words = String.format(Locale.ROOT, "%.0f MB of %.0f, without a hub", megabytes, limit);
        out.accept(Figure.within(figure, megabytes, limit, words));
    }

    private static double middle(Map<String, List<Double>> seconds, String name) {
        return seconds.getOrDefault(name, List.of()).stream().sorted().toList().get(ROUNDS / 2);
    }

    private static String words(double ours, String who, double theirs) {
        return String.format(Locale.ROOT, "%.2f s a minute, %s %.2f s", ours, who, theirs);
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}
