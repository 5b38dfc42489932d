package io.vedette.lab.clip;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Makes clips in a process of its own, with a build of FFmpeg that has an encoder for H.265. That build is under the GPL: it
 * is a tool of the tests, which no product contains and no process of the product loads.
 */
final class ForeignEncoder {
    private static final String PREFIX = "ffmpeg-";
    private static final String NATIVE = "-linux-";

    private ForeignEncoder() {}

    /**
     * Fills an empty folder as {@link ClipMaker#make} does.
     *
     * @param library the build of FFmpeg, one jar; the lab's build puts it at {@code target/encoder} of its own folder
     */
    static void make(ClipPlan plan, Path folder, Path library) throws IOException {
        if (!Files.isRegularFile(library)) {
            throw new IOException("no encoder at " + library + ": build the lab first");
        }
        Process maker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        library.toAbsolutePath() + File.pathSeparator + withoutOurBuild(),
                        ForeignEncoder.class.getName(),
                        plan.name(),
                        plan.form().pictures().name(),
                        plan.form().sound().name(),
                        folder.toAbsolutePath().toString())
                .inheritIO()
                .start();
        try {
            if (maker.waitFor() != 0) {
                throw new IOException("the encoder's process ended with " + maker.exitValue());
            }
        } catch (InterruptedException e) {
            maker.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a clip was made", e);
        }
    }

    /** Two builds of one library in one process would be a matter of luck. */
    private static String withoutOurBuild() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> {
                    String name = Path.of(entry).getFileName().toString();
                    return !(name.startsWith(PREFIX) && name.contains(NATIVE));
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void main(String[] arguments) throws IOException {
        ClipForm form = new ClipForm(ClipForm.Pictures.valueOf(arguments[1]), ClipForm.Sound.valueOf(arguments[2]));
        ClipMaker.make(ClipPlan.named(arguments[0]).in(form), Path.of(arguments[3]));
    }
}
