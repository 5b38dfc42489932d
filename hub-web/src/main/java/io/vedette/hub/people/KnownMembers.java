package io.vedette.hub.people;

import io.vedette.hub.access.Members;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Who counts as a member for whoever decides about memberships, which must be possible while the identity provider is away. */
@Singleton
public class KnownMembers {
    private final Members members;
    private final Grants grants;

    @Inject
    public KnownMembers(Members members, Grants grants) {
        this.members = members;
        this.grants = grants;
    }

    /** Passes for whoever is listed; while the list cannot be had, for whoever left a trace here. Else: not found. */
    void demand(Viewer viewer, AccountBook book, Subject subject) {
        boolean known = book.find(subject).isPresent() || (!book.complete() && leftATrace(viewer, book, subject));
        if (!known) {
            throw Refusal.notFound();
        }
    }

    private boolean leftATrace(Viewer viewer, AccountBook book, Subject subject) {
        return members.roles(viewer.tenant()).containsKey(subject)
                || members.keptOut(viewer.tenant(), subject).isPresent()
                || book.with(grants.all(viewer)).find(subject).isPresent();
    }
}
