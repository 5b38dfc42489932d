package io.vedette.hub.vaults.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountFormTest {
    private final SiteId site = SiteId.fresh();

    @Test
    void whatIsSavedUntouchedIsWhatItWas() {
        var terms = new AccountTerms(
                site,
                Optional.empty(),
                Optional.of(new Directory("north")),
                new AccountLimits(2_000_000L, 7, 5_000_000_000L, 3));

        assertThat(AccountForm.terms(AccountForm.of(account(terms)), Set.of(site), Set.of()))
                .contains(terms);
    }

    @Test
    void nothingWrittenIsNoLimit() {
        var terms = new AccountTerms(site, Optional.empty(), Optional.empty(), AccountLimits.USUAL);

        assertThat(AccountForm.terms(AccountForm.of(account(terms)), Set.of(site), Set.of()))
                .contains(terms);
    }

    @Test
    void aLimitFinerThanTheFormCountsIsNotCutByLookingAtIt() {
        var terms =
                new AccountTerms(site, Optional.empty(), Optional.empty(), new AccountLimits(1_000_001L, null, 1L, 0));

        assertThat(AccountForm.terms(AccountForm.of(account(terms)), Set.of(site), Set.of()))
                .map(AccountTerms::limits)
                .contains(new AccountLimits(2_000_000L, null, 1_000_000_000L, 0));
    }

    @Test
    void aSiteThatIsNotOfTheTenantIsWrong() {
        FormInput form = FormInput.empty().preset("site", site.toString()).preset("cameras", "1");

        assertThat(AccountForm.terms(form, Set.of(SiteId.fresh()), Set.of())).isEmpty();
        assertThat(form.error("site")).isNotEmpty();
    }

    private static VaultAccount account(AccountTerms terms) {
        var wish = new AccountWish(new Name("Gate"), AccountKind.SCRIPT, terms);
        return new VaultAccount(VaultAccountId.fresh(), wish, new byte[32], Instant.EPOCH);
    }
}
