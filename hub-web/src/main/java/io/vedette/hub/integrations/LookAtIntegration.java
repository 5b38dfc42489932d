package io.vedette.hub.integrations;

import io.vedette.hub.integrations.IntegrationDocument.LookDocument;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventPublisher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Looks whether the settings lead to the broker. May take half a minute: outside any tenant's work. */
@Singleton
public class LookAtIntegration {
    private static final int AT_ONCE = 4;

    private final Publishers publishers;
    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    public LookAtIntegration(Publishers publishers) {
        this.publishers = publishers;
    }

    /**
     * {@link Problem#TOO_MANY} while as many as are allowed are being looked at.
     *
     * @param ask opens the row; within a tenant's work of its own
     */
    public LookDocument run(Supplier<Target> ask) {
        Target target;
        try {
            target = ask.get();
        } catch (SealBroken e) {
            return new LookDocument(false, EventFault.Kind.REFUSED.name(), e.getMessage());
        }
        if (!free.tryAcquire()) {
            throw new Refusal(Problem.TOO_MANY);
        }
        try (EventPublisher publisher = publishers.open(target)) {
            publisher.check();
            return new LookDocument(true, null, null);
        } catch (EventFault fault) {
            return new LookDocument(false, fault.kind().name(), fault.getMessage());
        } finally {
            free.release();
        }
    }
}
