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
        return framed(template, model, frame(role, tenants), language);
    }

    /** In the frame that a test made. */
    public static String framed(String template, Map<String, Object> model, Object frame, Locale language) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("frame", frame);
        var out = new StringWriter();
        TEMPLATES.write(template, whole, language, out);
        return out.toString();
    }

    static Map<String, Object> frame(Object role, Map<String, String> tenants) {
        return Map.ofEntries(
                Map.entry("support", ""),
                Map.entry("slug", "acme"),
                Map.entry("tenantName", "Acme"),
                Map.entry("tenants", tenants),
                Map.entry("personName", "Somebody"),
                Map.entry("initials", "S"),
                Map.entry("section", ""),
                Map.entry("csrf", "the-secret"),
                Map.entry("role", role),
                Map.entry("roleName", "Role"),
                Map.entry("operator", false));
    }
}
