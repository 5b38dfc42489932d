package io.vedette.example;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Starts the example with settings from the environment, and says what it needs. */
public final class Main {
    private Main() {}

    public static void main(String[] none) throws IOException, InterruptedException {
        Settings settings;
        try {
            settings = Settings.of(System.getenv());
        } catch (Settings.Unusable e) {
            System.err.println("The example needs these in its environment:\n" + e.getMessage());
            System.exit(2);
            return;
        }
        Listener listener = Listener.open(settings, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(listener::close));
        System.out.println(
                "Listening at " + listener.address() + ". Name this address, and the key, as a webhook: Settings,"
                        + " Who is told of recordings. Recordings are fetched from " + settings.hub() + ".");
        new CountDownLatch(1).await(); // until the process is ended
    }
}
