package io.vedette.e2e.look;

import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.PassableGrant;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of page of the hub there is, by who comes to it. */
public final class HubPages {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private HubPages() {}

    /** Those of the owner of acme: the paths, by names for them. */
    public static Map<String, String> of(Stack stack) {
        Behind acme = new Behind(stack, "acme");
        String camera = one(acme, "select id::text from camera order by name limit 1");
        String site = one(acme, "select id::text from site limit 1");
        String recording = Patiently.the(
                "a recording",
                PATIENCE,
                () -> acme.column("select id::text from recording order by started_at limit 1").stream()
                        .findFirst());
        Map<String, String> paths = new TreeMap<>();
        paths.put("home", "");
        paths.put("live wall", "/live");
        paths.put("live camera", "/live/" + camera);
        paths.put("recordings", "/recordings");
        paths.put("recording", "/recordings/" + recording);
        paths.put("found", "/found");
        paths.put("uploads", "/uploads");
        paths.put("ask for a time", "/span");
        paths.put("cameras", "/cameras");
        paths.put("camera", "/cameras/" + camera);
        paths.put("new camera", "/cameras/new");
        paths.put("pair", "/cameras/" + camera + "/pair");
        paths.put("site", "/sites/" + site);
        paths.put("new site", "/sites/new");
        paths.put("arrange cameras", "/cameras/arrange?camera=" + camera);
        paths.put("delete a site", "/remove/site/" + site);
        paths.put("people", "/people");
        paths.put("person", "/people?account=" + stack.account("guard").subject());
        paths.put("see as", "/people/see-as?account=" + stack.account("guard").subject());
        paths.put("roles", "/people/roles");
        paths.put("new role", "/people/roles/new");
        paths.put("tags", "/tags");
        paths.put("audit", "/audit");
        paths.put("audit verified", "/audit/verification");
        paths.put("settings", "/settings");
        paths.put("storage", "/settings/storage");
        paths.put("comparisons", "/settings/compare");
        paths.put("retention", "/settings/retention");
        paths.put("holds", "/holds");
        paths.put("integrations", "/settings/integrations");
        paths.put("keys", "/settings/vault-accounts");
        paths.put("me", "/me");
        paths.put("tokens", "/me/tokens");
        paths.replaceAll((name, path) -> stack.hub() + "/t/acme" + path);
        return paths;
    }

    /** Those of whoever runs the hub, in the same manner. */
    static Map<String, String> ofOperator(Stack stack) {
        return Map.of("operator", stack.hub() + "/operator", "operated tenant", stack.hub() + "/operator/tenants/acme");
    }

    /** Those of the guard, who may pass something on. */
    static Map<String, String> ofGuard(Stack stack, PassableGrant grant) {
        return Map.of("my grants", stack.hub() + "/t/acme/me", "pass on", stack.hub() + grant.page());
    }

    /** That of whoever gave it. */
    static Map<String, String> ofGiver(Stack stack, PassableGrant grant) {
        return Map.of("grant", stack.hub() + grant.changing());
    }

    private static String one(Behind acme, String sql) {
        return acme.column(sql).getFirst();
    }
}
