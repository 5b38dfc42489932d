package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tokens that people have made. Everybody's are their own: nobody else lists them or takes them back. */
@Singleton
public class PersonalTokens {
    /** More than anybody can still tell apart. */
    public static final int MOST = 50;

    private final TenantWork work;
    private final RoleNews news;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public PersonalTokens(TenantWork work, RoleNews news, Clock clock) {
        this.work = work;
        this.news = news;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(PersonalToken.class);
    }

    /** A token in clear, for the one answer that shows it. */
    public record Made(TokenText text, PersonalToken token) {}

    /** Those of the viewer that are not over, the latest first. */
    public List<PersonalToken> own(Viewer viewer) {
        return work.entities(viewer.tenant())
                .createQuery(
                        "select t from PersonalToken t where t.tenant = :tenant and t.subject = :subject and t.until > :now"
                                + " order by t.madeAt desc, t.id",
                        PersonalToken.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", viewer.subject().value())
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Nobody hands on what they may not do themselves; one token too many is {@link Problem#CONFLICT}. */
    public Made make(Viewer viewer, TokenWish wish) {
        wish.permissions().stream().sorted().forEach(viewer::must);
        forgetOver(viewer);
        if (own(viewer).size() >= MOST) {
            throw new Refusal(Problem.CONFLICT);
        }
        TokenText text = TokenText.fresh(viewer.tenant(), PersonalTokenId.fresh(), random);
        var token = new PersonalToken(text, viewer.subject(), wish, clock.instant());
        work.entities(viewer.tenant()).persist(token);
        work.note(deed(DeedKind.TOKEN_MADE, token)
                .with("permissions", words(wish))
                .with("until", token.until()));
        return new Made(text, token);
    }

    private static String words(TokenWish wish) {
        return wish.permissions().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    /** At once and everywhere, on what is open with it, too. */
    public void takeBack(Viewer viewer, PersonalTokenId id) {
        PersonalToken token = find(viewer.tenant(), id)
                .filter(one -> one.subject().equals(viewer.subject()))
                .orElseThrow(Refusal::notFound);
        work.entities(viewer.tenant()).remove(token);
        work.note(deed(DeedKind.TOKEN_TAKEN_BACK, token));
        work.afterCommit(() -> news.changed(viewer.tenant()));
    }

    /** Of somebody who is no member any more: were they let in again, old tokens would come with them. */
    public void endOf(TenantId tenant, Subject subject) {
        work.entities(tenant)
                .createQuery("delete from PersonalToken t where t.tenant = :tenant and t.subject = :subject")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .executeUpdate();
    }

    /** The token that this text is, with its use noted; empty when it is none, over, or its secret is another one. */
    Optional<PersonalToken> use(TokenText text) {
        Optional<PersonalToken> right = find(text.tenant(), text.id())
                .filter(token -> token.matches(text))
                .filter(token -> !token.over(clock.instant()));
        right.ifPresent(token -> token.used(clock.instant()));
        return right;
    }

    /** A token that has not been taken back and is not over. */
    Optional<PersonalToken> standing(TenantId tenant, UUID token) {
        return find(tenant, new PersonalTokenId(token)).filter(one -> !one.over(clock.instant()));
    }

    private Optional<PersonalToken> find(TenantId tenant, PersonalTokenId id) {
        return work.entities(tenant)
                .createQuery(
                        "select t from PersonalToken t where t.tenant = :tenant and t.id = :id", PersonalToken.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    private void forgetOver(Viewer viewer) {
        work.entities(viewer.tenant())
                .createQuery("delete from PersonalToken t where t.tenant = :tenant and t.subject = :subject"
                        + " and t.until <= :now")
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", viewer.subject().value())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static Deed deed(DeedKind kind, PersonalToken token) {
        return Deed.of(kind, "token", token.id(), token.name());
    }
}
