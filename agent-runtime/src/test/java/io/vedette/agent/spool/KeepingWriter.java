package io.vedette.agent.spool;

import io.vedette.contracts.id.CameraId;
import java.nio.file.Path;
import java.time.Clock;

/** A vault that is brought recordings until somebody kills it, saying each one aloud once it has acknowledged it. */
final class KeepingWriter {
    private KeepingWriter() {}

    public static void main(String[] args) throws Exception {
        CameraId camera = CameraId.fresh();
        try (Spool spool = Spool.openVault(Path.of(args[0]), Clock.systemUTC(), SpoolBudget.of(1 << 30))) {
            Incoming incoming = Incoming.of(spool);
            for (int bytes = 300_000; ; bytes++) {
                Brought brought = Brought.of(camera, bytes);
                incoming.begin(brought.label());
                for (int at = 0; at < bytes; at += 100_000) {
                    brought.part(incoming, at, Math.min(bytes, at + 100_000));
                }
                System.out.println(
                        "kept " + brought.id() + " " + brought.label().sha256());
            }
        }
    }
}
