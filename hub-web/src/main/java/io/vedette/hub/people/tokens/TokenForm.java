package io.vedette.hub.people.tokens;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.tokens.TokenWish;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the form of a token. Everything wrong is noted at its field. */
final class TokenForm {
    static final List<Integer> DAYS = List.of(7, 30, TokenWish.USUAL_DAYS, 180, TokenWish.MOST_DAYS);

    private TokenForm() {}

    static Optional<TokenWish> read(FormInput form, Viewer viewer) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Set<Permission> permissions = offered(viewer).stream()
                .filter(one -> form.chosen("permission", one.name()))
                .collect(Collectors.toSet());
        if (permissions.isEmpty()) {
            form.wrong("permission", "form.token.permission");
        }
        Optional<Integer> days = form.read("days", Integer::valueOf, "form.token.days")
                .filter(some -> DAYS.contains(some) || form.refuse("days", "form.token.days"));
        return form.anyWrong()
                ? Optional.empty()
                : name.flatMap(one -> days.map(some -> new TokenWish(one, permissions, some)));
    }

    static FormInput blank() {
        return FormInput.empty().preset("days", String.valueOf(TokenWish.USUAL_DAYS));
    }

    /** What the viewer may and a token can, in one order. */
    static List<Permission> offered(Viewer viewer) {
        return Permission.offered().stream().filter(viewer::may).sorted().toList();
    }
}
