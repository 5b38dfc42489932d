package io.vedette.hub.platform.security;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider says about itself, and whether it answered just now. Whoever sends a browser there looks first:
 * a browser sent to a server that is away says so in its own words, which help nobody. A look lasts a few seconds, however
 * it ended, as strangers may ask at will.
 */
final class ProviderSight {
    static final Duration MEMORY = Duration.ofSeconds(3);

    interface Question {
        OIDCProviderMetadata ask() throws Unreachable;
    }

    private final Question question;
    private final LongSupplier ticker;
    private volatile @Nullable OIDCProviderMetadata known;
    private @Nullable Unreachable away;
    private long lookedAt;

    ProviderSight(Question question, LongSupplier ticker) {
        this.question = question;
        this.ticker = ticker;
    }

    /** What it said last, whether or not it is there now. */
    OIDCProviderMetadata known() throws Unreachable {
        OIDCProviderMetadata said = known;
        return said == null ? present() : said;
    }

    /** What it says now. */
    synchronized OIDCProviderMetadata present() throws Unreachable {
        OIDCProviderMetadata said = known;
        boolean recent = ticker.getAsLong() - lookedAt <= MEMORY.toNanos();
        if (recent && away != null) {
            throw new Unreachable(away);
        }
        return recent && said != null ? said : look();
    }

    private OIDCProviderMetadata look() throws Unreachable {
        try {
            OIDCProviderMetadata said = question.ask();
            known = said;
            away = null;
            return said;
        } catch (Unreachable e) {
            away = e;
            throw e;
        } finally {
            lookedAt = ticker.getAsLong();
        }
    }
}
