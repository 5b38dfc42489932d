package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Path;

/** A process that brings an index up and dies before the step of that number. Arguments: home, number. */
final class DyingUpgrade {
    private static int left;

    private DyingUpgrade() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        left = Integer.parseInt(arguments[1]);
        new IndexUpgrade(new SpoolFolders(home), step -> {
                    if (left-- == 0) {
                        Runtime.getRuntime().halt(9); // nothing is closed, nothing rolled back
                    }
                })
                .run();
        System.out.println("done");
    }
}
