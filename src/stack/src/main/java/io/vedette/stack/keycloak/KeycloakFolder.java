package io.vedette.stack.keycloak;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Java;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.Folders;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.time.Wait;
import io.vedette.stack.words.StackFailed;
import io.vedette.stack.words.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak's distribution, unpacked and built once: the build fixes what cannot change while it runs and makes starts short. */
record KeycloakFolder(Path home) {
    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=true");
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(6);

    static KeycloakFolder in(Path cache, Path zip, VarFolder var, Children children, Step step) {
        KeycloakFolder folder = new KeycloakFolder(cache.resolve("keycloak"));
        Path marker = folder.home.resolve("built");
        String wanted = zip.getFileName() + "\n" + String.join(" ", BUILD) + "\n" + System.getProperty("java.version");
        try {
            if (!Files.exists(marker) || !Files.readString(marker).equals(wanted)) {
                Folders.remove(folder.home);
                folder.unpack(zip, step);
                folder.build(var, children, step);
                Files.writeString(marker, wanted);
            }
            return folder;
        } catch (IOException e) {
            throw new StackFailed("Keycloak could not be unpacked into " + folder.home + ": " + e.getMessage(), e);
        }
    }

    /** Keycloak's own start script, as one Java command: no shell in between, so that the process is ours. */
    List<String> command(String mark, List<String> options, List<String> arguments) {
        List<String> java = new ArrayList<>(options);
        java.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        java.addAll(arguments);
        return Java.command(mark, java);
    }

    /** Keycloak keeps packed copies of themes' files by their paths and would serve them for ever, whatever becomes of the files. */
    void forgetPackedThemes() {
        Folders.remove(home.resolve("data").resolve("tmp").resolve("kc-gzip-cache"));
    }

    private void build(VarFolder var, Children children, Step step) {
        String name = "keycloak-build";
        String mark = Java.mark(var, name);
        // it is gone before the second compiler's work would pay
        List<String> command = command(mark, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), BUILD);
        Child build = children.startPassing(
                new ChildSpec(name, Stage.SERVER, command, Map.of(), home, mark, false, List.of()));
        boolean ended = Wait.until(BUILD_PATIENCE, Duration.ofMillis(200), () -> {
            step.waiting("building, about 30 s, once", Duration.ZERO);
            return !build.isAlive();
        });
        if (!ended || build.exitCode() != 0) {
            throw new StackFailed(build.obituary());
        }
        build.stop(); // ended already: forgets its pid
        step.done("built");
    }

    private void unpack(Path zip, Step step) throws IOException {
        long whole = Files.size(zip);
        long done = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = target(entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Path parent = target.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                done += entry.getCompressedSize();
                step.bytes("unpacking", done, whole);
            }
        }
        step.done("unpacked");
    }

    /** The archive holds one folder, whose name we drop. */
    private Path target(ZipEntry entry) throws IOException {
        int slash = entry.getName().indexOf('/');
        Path target = home.resolve(entry.getName().substring(slash + 1)).normalize();
        if (slash < 0 || !target.startsWith(home)) {
            throw new IOException("an entry leads out of the folder: " + entry.getName());
        }
        return target;
    }
}
