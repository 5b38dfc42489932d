package io.vedette.hub.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many came back from the identity provider's page, and how that ended. */
@Singleton
class SignInCount {
    private final Counter finished;
    private final Counter unfinished;
    private final Counter providerDown;

    @Inject
    SignInCount(MeterRegistry meters) {
        finished = counter(meters, "finished");
        unfinished = counter(meters, "unfinished");
        providerDown = counter(meters, "provider_down");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("vedette.sign.ins")
                .description("Returns from the identity provider's sign-in page, by how they ended")
                .tag("outcome", outcome)
                .register(meters);
    }

    void ended(Login.Return how) {
        switch (how) {
            case Login.Return.Welcome welcome -> finished.increment();
            case Login.Return.SessionEnded ended -> {} // nobody has tried to sign in yet
            case Login.Return.NotFinished none -> unfinished.increment();
            case Login.Return.ProviderDown none -> providerDown.increment();
        }
    }
}
