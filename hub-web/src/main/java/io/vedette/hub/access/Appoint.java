package io.vedette.hub.access;

import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a member another role, at once and everywhere. A tenant always keeps an owner. */
@Singleton
public class Appoint {
    private final TenantWork work;
    private final Members members;
    private final RoleNews news;
    private final Owners owners;

    @Inject
    public Appoint(TenantWork work, Members members, RoleNews news) {
        this.work = work;
        this.members = members;
        this.news = news;
        this.owners = new Owners(work);
    }

    /** Whether {@link #to} would not refuse for want of right: nobody changes a role, or gives one, above what they deal in. */
    public static boolean may(Viewer viewer, Role now, Role wanted) {
        return viewer.role().appoints(now) && viewer.role().appoints(wanted);
    }

    /** Refuses the last owner's end with {@link Problem#CONFLICT}. The caller knows that the subject is a member. */
    public void to(Viewer viewer, Subject subject, Role wanted) {
        owners.lock(viewer.tenant());
        Viewer now = members.again(viewer); // who waited for the lock may have lost the role
        Optional<Member> row = row(viewer, subject);
        Role formerly = members.role(viewer.tenant(), subject);
        if (!may(now, formerly, wanted)) {
            throw Refusal.missingRight("APPOINT");
        }
        if (formerly.key().equals(wanted.key())) {
            return;
        }
        if (formerly.owns() && !owners.anyBeside(viewer.tenant(), subject)) {
            throw new Refusal(Problem.CONFLICT);
        }
        row.ifPresentOrElse(
                member -> member.appoint(wanted.key()),
                () -> work.entities(viewer.tenant()).persist(new Member(subject, wanted)));
        work.note(Deed.of(DeedKind.ROLE_GIVEN, "account", subject, "")
                .with("account", subject)
                .with("now", wanted.key())
                .with("now-name", wanted.name())
                .with("formerly", formerly.key())
                .with("formerly-name", formerly.name()));
        work.afterCommit(() -> news.changed(viewer.tenant()));
    }

    private Optional<Member> row(Viewer viewer, Subject subject) {
        return work.entities(viewer.tenant())
                .createQuery("select m from Member m where m.tenant = :tenant and m.subject = :subject", Member.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst();
    }
}
