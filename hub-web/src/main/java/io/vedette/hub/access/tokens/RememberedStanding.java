package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks about each holder of a token once a minute, whatever the answer was. A provider that is away is left alone for some
 * seconds; an answer older than its minute is worth nothing, and nobody comes in by it.
 */
final class RememberedStanding implements Standing {
    static final Duration MEMORY = Duration.ofMinutes(1);
    static final Duration OUTAGE = Duration.ofSeconds(3);

    private final Standing provider;
    private final LongSupplier ticker;
    private final Map<Who, Said> answers = new ConcurrentHashMap<>();
    private volatile @Nullable Away away;

    private record Who(TenantId tenant, Subject subject) {}

    private record Said(Optional<Known> answer, long at) {}

    private record Away(String why, long at) {}

    RememberedStanding(Standing provider, LongSupplier ticker) {
        this.provider = provider;
        this.ticker = ticker;
    }

    @Override
    public Optional<Known> of(TenantId tenant, Subject subject) throws Unreachable {
        Who who = new Who(tenant, subject);
        Said said = answers.get(who);
        return said != null && fresh(said.at(), MEMORY) ? said.answer() : ask(who);
    }

    private Optional<Known> ask(Who who) throws Unreachable {
        Away gone = away;
        if (gone != null && fresh(gone.at(), OUTAGE)) {
            throw new Unreachable(gone.why());
        }
        long asked = ticker.getAsLong(); // what changes while it answers is after this
        try {
            var said = new Said(provider.of(who.tenant(), who.subject()), asked);
            answers.values().removeIf(old -> !fresh(old.at(), MEMORY));
            answers.put(who, said);
            away = null;
            return said.answer();
        } catch (Unreachable e) {
            away = new Away(String.valueOf(e.getMessage()), ticker.getAsLong());
            throw e;
        }
    }

    private boolean fresh(long at, Duration life) {
        return ticker.getAsLong() - at < life.toNanos();
    }
}
