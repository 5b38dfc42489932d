package io.vedette.hub.access;

import io.vedette.hub.platform.web.CsrfToken;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands round every page: tenant, person, the way to other pages.
 *
 * @param tenants the names of all tenants of the person by what stands in addresses
 * @param section the entry of the rail that is marked as current
 * @param support {@code open} while operators may come in, {@code visit} where one looks at this page, else empty
 * @param operator whether the person runs this hub, and has pages outside of every tenant
 */
public record Frame(
        String slug,
        String tenantName,
        Map<String, String> tenants,
        String personName,
        String initials,
        String section,
        String csrf,
        Role role,
        String roleName,
        String support,
        boolean operator) {

    /** The page {@code template} inside its frame; templates find this record as {@code frame}. */
    public static View view(
            HttpServletRequest request, Visit visit, String section, String template, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("frame", of(request, visit, section));
        return new View(template, whole);
    }

    static Frame of(HttpServletRequest request, Visit visit, String section) {
        String name = visit.person().displayName();
        return new Frame(
                visit.slug(),
                visit.tenantName(),
                visit.tenants(),
                name,
                initials(name),
                section,
                CsrfToken.of(request),
                visit.viewer().role(),
                visit.asSupport()
                        ? Messages.text(Languages.of(request), "support.visitor")
                        : RoleWords.of(visit.viewer().role(), Languages.of(request)),
                visit.asSupport() ? "visit" : visit.support().isPresent() ? "open" : "",
                visit.person().operator());
    }

    /** Two letters for the round sign of a person. */
    public static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
