package io.vedette.hub.people;

import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.Holder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's membership as those who deal with it see it.
 *
 * @param keptOut as in {@link HolderLine}
 * @param grants that would go with the person
 * @param passedOn grants of others that would go with those
 */
public record MembershipLine(String keptOut, int grants, int passedOn) {
    static MembershipLine of(String keptOut, Subject subject, List<AccessGrant> all) {
        var holder = new Holder.Person(subject);
        Set<GrantId> gone = new HashSet<>();
        all.stream().filter(grant -> grant.holder().equals(holder)).forEach(grant -> gone.add(grant.id()));
        int held = gone.size();
        List<GrantId> under;
        do { // one hand further each time
            under = all.stream()
                    .filter(grant -> grant.under().filter(gone::contains).isPresent())
                    .map(AccessGrant::id)
                    .toList();
        } while (gone.addAll(under));
        return new MembershipLine(keptOut, held, gone.size() - held);
    }
}
