package io.vedette.hub.cameras.grants;

import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who was given a camera, at whatever hour their grants count: people by name of account, and roles of which everybody was.
 * Those who see every camera by their role are not in here, nor are those whom the tenant keeps
 * out.
 */
public record Audience(Set<Subject> people, Set<RoleKey> everyone) {
    public static final Audience NOBODY = new Audience(Set.of(), Set.of());

    public Audience {
        people = Set.copyOf(people);
        everyone = Set.copyOf(everyone);
    }

    /** Those of this one that are not in the other. */
    public Audience without(Audience other) {
        Set<Subject> left = new HashSet<>(people);
        left.removeAll(other.people);
        Set<RoleKey> roles = new HashSet<>(everyone);
        roles.removeAll(other.everyone);
        return new Audience(left, roles);
    }

    public Audience with(Audience other) {
        Set<Subject> all = new HashSet<>(people);
        all.addAll(other.people);
        Set<RoleKey> roles = new HashSet<>(everyone);
        roles.addAll(other.everyone);
        return new Audience(all, roles);
    }

    public boolean nobody() {
        return people.isEmpty() && everyone.isEmpty();
    }

    /** The same for the same people, and for no others. */
    public String text() {
        Set<String> names = new TreeSet<>();
        people.forEach(one -> names.add("person " + one.value()));
        everyone.forEach(role -> names.add("role " + role));
        return String.join("\n", names);
    }
}
