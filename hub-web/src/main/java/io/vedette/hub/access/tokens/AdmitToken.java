package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.security.TokenDoor;
import io.vedette.hub.platform.security.TokenUse;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a token to its holder in the one tenant it is for. The secret comes first: whoever does not have it learns nothing about
 * token, holder or tenant, and has nobody else asked.
 */
@Singleton
public class AdmitToken implements TokenDoor {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitToken.class);

    private final TenantWork work;
    private final Members members;
    private final PersonalTokens tokens;
    private final Standing standing;

    /** What the token's row says, read in its transaction. */
    private record Holder(TenantId tenant, Subject subject, TokenUse use, Instant until) {
        static Holder of(TenantId tenant, PersonalToken token) {
            var use = new TokenUse(
                    token.id().value(),
                    token.name(),
                    token.permissions().stream().map(Enum::name).collect(Collectors.toSet()));
            return new Holder(tenant, token.subject(), use, token.until());
        }
    }

    @Inject
    AdmitToken(TenantWork work, Members members, PersonalTokens tokens, Standing standing) {
        this(work, members, tokens, standing, System::nanoTime);
    }

    public AdmitToken(TenantWork work, Members members, PersonalTokens tokens, Standing standing, LongSupplier ticker) {
        this.work = work;
        this.members = members;
        this.tokens = tokens;
        this.standing = new RememberedStanding(standing, ticker);
    }

    @Override
    public Answer check(String token) {
        Optional<TokenText> text = TokenText.read(token);
        if (text.isEmpty()) {
            return new Answer.Refused("not of the form of a token");
        }
        TenantId tenant = text.get().tenant();
        return admit(
                tenant, () -> tokens.use(text.get()).map(row -> Holder.of(tenant, row)), "unknown, over or taken back");
    }

    /** A person with a token belongs to its tenant and to no other. */
    @Override
    public Answer again(Person person) {
        TokenUse use = person.token().orElseThrow();
        TenantId tenant = person.memberships().getFirst().tenant();
        return admit(
                tenant,
                () -> tokens.standing(tenant, use.id()).map(row -> Holder.of(tenant, row)),
                "over or taken back since");
    }

    private Answer admit(TenantId tenant, Supplier<Optional<Holder>> row, String why) {
        Optional<Holder> holder = work.as(tenant, row::get);
        if (holder.isEmpty()) {
            return new Answer.Refused(why);
        }
        Subject subject = holder.get().subject();
        if (work.as(tenant, () -> members.keptOut(tenant, subject)).isPresent()) {
            return new Answer.Refused(subject + " is kept out");
        }
        try {
            return standing.of(tenant, subject)
                    .<Answer>map(known -> new Answer.Admitted(
                            person(holder.get(), known), holder.get().until()))
                    .orElseGet(() -> new Answer.Refused(subject + " is no member of the organisation any more"));
        } catch (Unreachable e) {
            LOG.warn("whether {} still is a member cannot be asked: {}", subject, e.getMessage());
            return new Answer.Unknown();
        }
    }

    private static Person person(Holder holder, Standing.Known known) {
        return new Person(
                holder.subject().value(),
                known.userName(),
                known.displayName(),
                "",
                List.of(new Membership(known.slug(), holder.tenant().value())),
                false, // a token is of one tenant, whoever made it
                holder.use());
    }

    @Override
    public boolean stands(TenantId tenant, UUID token) {
        return tokens.standing(tenant, token).isPresent();
    }
}
