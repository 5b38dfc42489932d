package io.vedette.hub.platform.security;

import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

/** Keeps a sign-in in the log of every tenant that it opens. */
@Singleton
class SignInNotes {
    private final TenantWork work;

    @Inject
    SignInNotes(TenantWork work) {
        this.work = work;
    }

    void signedIn(Person person, HttpServletRequest request) {
        var doer = new Doer(Doer.Kind.PERSON, person.subject(), person.displayName(), LoginMechanism.asker(request));
        for (Membership one : person.memberships()) {
            work.run(one.tenant(), () -> {
                work.by(doer);
                work.note(Deed.of(DeedKind.LOGIN, "account", person.subject(), person.displayName())
                        .with("user", person.userName()));
            });
        }
    }
}
