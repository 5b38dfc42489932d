package io.vedette.hub.kerberos;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.StrangersBody;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the beats of those who have shown their keys: as small and as soon as those of strangers, and in places of their own, so that
 * strangers who trickle keep nobody out. Any thread.
 */
@Singleton
public class BeatBodies {
    static final int MOST_BYTES = 64 * 1024;

    private final Places places = new Places();
    private final StrangersBody bodies = new StrangersBody(Places.IN_ALL, System::nanoTime);

    @Inject
    public BeatBodies() {}

    /** The whole body. Throws {@link Refusal}: too many at once, too large or too slow. */
    byte[] read(Admitted in, InputStream body) throws IOException {
        return places.<byte[], IOException>within(in, () -> bodies.read(body, MOST_BYTES))
                .orElseThrow(() -> new Refusal(Problem.TOO_MANY));
    }
}
