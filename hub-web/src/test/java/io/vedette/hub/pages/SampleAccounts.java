package io.vedette.hub.pages;

import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.vaults.accounts.AccountChoices.Entry;
import io.vedette.hub.vaults.accounts.AccountLine;
import io.vedette.hub.vaults.accounts.AccountPages.Shown;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys for agents and scripts. */
final class SampleAccounts {
    private static final String ACCESS_KEY = "vdv_0192f0c17a007000800000000000000a_0192f0c17a007000800000000000000b";

    private SampleAccounts() {}

    static Map<String, SampleStorage.Sample> pages(Locale language) {
        FormInput wrong = blank();
        wrong.wrong("name", "form.accounts.taken");
        wrong.wrong("kind", "form.integration.kind");
        wrong.wrong("site", "form.integration.kind");
        wrong.wrong("provider", "form.integration.kind");
        wrong.wrong("directory", "form.accounts.directory");
        wrong.wrong("dayMegabytes", "form.accounts.number");
        wrong.wrong("cameras", "form.accounts.cameras");
        var shown = new Shown("North gate", ACCESS_KEY, "5f".repeat(32));
        return Map.of(
                "accounts", page(lines(language), sites(), blank(), null),
                "accounts-made", page(lines(language), sites(), blank(), shown),
                "accounts-wrong", page(lines(language), sites(), wrong, null),
                "accounts-none", page(List.of(), List.of(), blank(), null),
                "account-terms", one(lines(language).get(0), sites(), blank()),
                "account-terms-siteless", one(lines(language).get(1), List.of(), blank()),
                "account-terms-wrong", one(lines(language).get(1), sites(), wrong));
    }

    private static FormInput blank() {
        return FormInput.empty().preset("kind", "KERBEROS").preset("cameras", "10");
    }

    private static List<Entry> sites() {
        return List.of(new Entry(SamplePages.id(1), "North gate"), new Entry(SamplePages.id(2), "Yard"));
    }

    private static List<AccountLine> lines(Locale language) {
        return List.of(
                new AccountLine(
                        SamplePages.id(90),
                        "North gate",
                        "KERBEROS",
                        ACCESS_KEY,
                        "North gate",
                        "north",
                        true,
                        412,
                        37,
                        2000L,
                        500,
                        10,
                        200_000L,
                        moment("2026-11-01T08:00:00Z", language),
                        moment("2026-11-20T13:02:00Z", language)),
                new AccountLine(
                        SamplePages.id(91),
                        "Import of the archive",
                        "SCRIPT",
                        ACCESS_KEY,
                        "",
                        "",
                        false,
                        0,
                        0,
                        null,
                        null,
                        1,
                        null,
                        moment("2026-11-19T08:00:00Z", language),
                        null));
    }

    private static SampleStorage.Sample one(AccountLine account, List<Entry> sites, FormInput form) {
        Map<String, Object> model = Map.of(
                "account",
                account,
                "sites",
                sites,
                "providers",
                List.of(new Entry(SamplePages.id(80), "Archive")),
                "form",
                form);
        return new SampleStorage.Sample("settings/account", model);
    }

    private static Moment moment(String at, Locale language) {
        return Moment.of(Instant.parse(at), SamplePages.ZONE, SamplePages.NOW, language);
    }

    private static SampleStorage.Sample page(
            List<AccountLine> lines, List<Entry> sites, FormInput form, @Nullable Shown shown) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "accounts",
                lines,
                "kinds",
                List.of("KERBEROS", "SCRIPT"),
                "sites",
                sites,
                "providers",
                List.of(new Entry(SamplePages.id(80), "Archive")),
                "hub",
                "https://hub.example.org/kerberos/hub",
                "vault",
                "https://hub.example.org/kerberos/vault",
                "form",
                form));
        if (shown != null) {
            model.put("shown", shown);
        }
        return new SampleStorage.Sample("settings/accounts", model);
    }
}
