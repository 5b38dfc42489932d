package io.vedette.hub.pages;

import io.vedette.hub.operator.OperatorPages.Outside;
import io.vedette.hub.operator.OperatorPages.TenantLine;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.View;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an operator sees: tenants in every state, and one of them. */
final class SampleOperator {
    private SampleOperator() {}

    /** By the name of the file they are drawn into. */
    static Map<String, View> all(Locale language) {
        var full = new TenantLine("northquay", "Northquay Logistics", SampleSettings.limited(language));
        var free = new TenantLine("millside", "Mill Lane store", SampleSettings.free(language));
        FormInput wrong = FormInput.empty().preset("cameras", "many").preset("what", "cameras");
        wrong.wrong("cameras", "form.quota.wrong");
        wrong.wrong("reason-cameras", "form.quota.reason");
        return Map.of(
                "operator", view("tenants", Map.of("tenants", List.of(free, full), "next", "/operator?cursor=x")),
                "operator-none", view("tenants", Map.of("tenants", List.of(), "next", "")),
                "operator-tenant",
                        view(
                                "tenant",
                                Map.of("tenant", full, "form", FormInput.empty().preset("cameras", "10"))),
                "operator-wrong", view("tenant", Map.of("tenant", free, "form", wrong)));
    }

    private static View view(String page, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("frame", new Outside("Operator", "OP", "csrf-token", page.equals("tenants")));
        return new View("operator/" + page, whole);
    }
}
