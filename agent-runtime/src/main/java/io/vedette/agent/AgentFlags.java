package io.vedette.agent;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the agent's Java machine is meant to be started: measured for small boxes, as the reference page of its settings says. Whoever
 * starts an agent as a child process takes the options from here, and {@link #ENVIRONMENT} as well.
 */
public final class AgentFlags {
    /**
     * Native libraries share one arena and one thread each. What is large goes back to the system as soon as it is let go: glibc would
     * raise both thresholds by itself once something large had been freed (mallopt(3)), and then lie on what a camera's end left.
     */
    public static final SortedMap<String, String> ENVIRONMENT = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "MALLOC_ARENA_MAX", "1",
            "MALLOC_MMAP_THRESHOLD_", "131072",
            "MALLOC_TRIM_THRESHOLD_", "131072",
            "OPENBLAS_NUM_THREADS", "1")));

    private AgentFlags() {}

    /**
     * The options that stand before {@code -jar}. C1 alone saves 20 MB, and makes TLS and hashing five times slower: fine
     * while an agent sends little; a box that uploads all day over TLS wants the second compiler. Wide places for survivors hold the few
     * seconds before a recording until they are let go: among what is old they would lie as garbage, and memory would grow for an hour.
     * Three methods that work at the start alone are left to the interpreter: to compile them takes 9, 7 and 3 MB for a moment, and the
     * native heap stays as large as it was then.
     *
     * @param cacheDir where FFmpeg's and OpenCV's libraries are unpacked; keyed by the jar's name, so agents may share it
     */
    public static List<String> jvm(Path cacheDir) {
        return List.of(
                "-Xmx24m",
                "-Xmn10m",
                "-XX:SurvivorRatio=3",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=exclude,org.bytedeco.javacpp.ClassProperties::load",
                "-XX:CompileCommand=exclude,jdk.internal.classfile.impl.StackMapGenerator::processBlock",
                "-XX:CompileCommand=exclude,java.net.URLStreamHandler::parseURL",
                "-XX:StringTableSize=4096",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + cacheDir);
    }
}
