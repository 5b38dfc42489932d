package io.vedette.hub.vaults.accounts;

import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.StorageProviderId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the form of a key pair. Everything wrong is noted at its field. */
final class AccountForm {
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000_000_000;
    private static final int MOST_DIGITS = 9;

    private AccountForm() {}

    static FormInput blank() {
        return FormInput.empty()
                .preset("kind", AccountKind.KERBEROS.name())
                .preset("cameras", String.valueOf(AccountLimits.USUAL_CAMERAS));
    }

    /** The terms that count now. */
    static FormInput of(VaultAccount account) {
        AccountLimits limits = account.limits();
        FormInput form = FormInput.empty().preset("cameras", String.valueOf(limits.cameras()));
        account.site().ifPresent(site -> form.preset("site", site.toString()));
        account.provider().ifPresent(provider -> form.preset("provider", provider.toString()));
        account.directory().ifPresent(directory -> form.preset("directory", directory));
        preset(form, "dayMegabytes", limits.dayBytes(), MEGABYTE);
        preset(form, "quotaGigabytes", limits.quotaBytes(), GIGABYTE);
        Integer recordings = limits.dayRecordings();
        return recordings == null ? form : form.preset("dayRecordings", String.valueOf(recordings));
    }

    /** A limit that a program set finer than the form counts is shown as the next larger one: nobody is cut off by looking. */
    private static void preset(FormInput form, String field, @Nullable Long bytes, long unit) {
        if (bytes != null) {
            form.preset(field, String.valueOf(Math.ceilDiv(bytes, unit)));
        }
    }

    static Optional<AccountWish> read(FormInput form, Set<SiteId> sites, Set<StorageProviderId> providers) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Optional<AccountKind> kind = form.read("kind", AccountKind::valueOf, "form.integration.kind");
        Optional<AccountTerms> terms = terms(form, sites, providers);
        return form.anyWrong()
                ? Optional.empty()
                : Optional.of(new AccountWish(name.orElseThrow(), kind.orElseThrow(), terms.orElseThrow()));
    }

    /** @param sites those of the tenant, as {@code providers} */
    static Optional<AccountTerms> terms(FormInput form, Set<SiteId> sites, Set<StorageProviderId> providers) {
        Optional<SiteId> site = form.read("site", SiteId::of, "form.integration.kind")
                .filter(one -> sites.contains(one) || form.refuse("site", "form.integration.kind"));
        Optional<StorageProviderId> provider = maybe(form, "provider", StorageProviderId::of, "form.integration.kind")
                .filter(one -> providers.contains(one) || form.refuse("provider", "form.integration.kind"));
        Optional<Directory> directory = maybe(form, "directory", Directory::new, "form.accounts.directory");
        Optional<Long> dayBytes = maybe(form, "dayMegabytes", text -> whole(text) * MEGABYTE, "form.accounts.number");
        Optional<Integer> dayRecordings =
                maybe(form, "dayRecordings", text -> Math.toIntExact(whole(text)), "form.accounts.number");
        Optional<Long> quota = maybe(form, "quotaGigabytes", text -> whole(text) * GIGABYTE, "form.accounts.number");
        Optional<AccountLimits> limits = form.read(
                "cameras",
                text -> new AccountLimits(
                        dayBytes.orElse(null),
                        dayRecordings.orElse(null),
                        quota.orElse(null),
                        text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1),
                "form.accounts.cameras");
        return form.anyWrong()
                ? Optional.empty()
                : Optional.of(new AccountTerms(site.orElseThrow(), provider, directory, limits.orElseThrow()));
    }

    private static <T> Optional<T> maybe(FormInput form, String field, Function<String, T> reader, String error) {
        return form.text(field).isBlank() ? Optional.empty() : form.read(field, reader, error);
    }

    private static long whole(String text) {
        if (!text.matches("[1-9]\\d{0," + (MOST_DIGITS - 1) + "}")) {
            throw new IllegalArgumentException("a whole number of at most " + MOST_DIGITS + " digits");
        }
        return Long.parseLong(text);
    }
}
