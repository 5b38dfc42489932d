package io.vedette.hub.platform.web;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pages for tests, drawn as the server draws them. */
public final class Drawn {
    private static final Templates TEMPLATES = new Templates();

    private Drawn() {}

    /** The page in a frame of the tenant "acme". */
    public static String page(String template, Map<String, Object> model, Object role, Locale language) {
        return page(template, model, role, language, Map.of("acme", "Acme"));
    }

    /** For somebody who belongs to these tenants. */
    public static String page(
            String template, Map<String, Object> model, Object role, Locale language, Map<String, String> tenants) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("frame", frame(role, tenants));
        var out = new StringWriter();
        TEMPLATES.write(template, whole, language, out);
        return out.toString();
    }

    static Map<String, Object> frame(Object role, Map<String, String> tenants) {
        return Map.of(
                "support", "",
                "slug", "acme",
                "tenantName", "Acme",
                "tenants", tenants,
                "personName", "Somebody",
                "initials", "S",
                "section", "",
                "csrf", "the-secret",
                "role", role,
                "roleName", "Role");
    }
}
