package io.vedette.hub.vaults.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviders;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real database. */
class VaultAccountsTest {
    private final HubWorld world = new HubWorld(TenantKey.class, StorageProvider.class, VaultAccount.class);
    private final TenantSeals seals =
            new TenantSeals(world.work, new Secret(Base64.getEncoder().encodeToString(new byte[32])), world.clock);
    private final VaultAccounts accounts = new VaultAccounts(
            world.work, seals, world.sites, new StorageProviders(world.work, seals, world.clock), world.clock);
    private final AdmitAccount admit = new AdmitAccount(world.work, accounts, seals, world.clock);
    private final SiteId site = world.site(world.owner, "North");

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPairIsAdmittedAndNoOtherSecretIs(AccountKind kind) {
        VaultAccount.Pair pair = make(kind, "Gate").pair();
        Secret other = new Secret(pair.secret().reveal().replaceFirst("^.", "z"));

        assertThat(admit.admit(pair.accessKey(), pair.secret()))
                .hasValueSatisfying(in ->
                        assertThat(in.account()).isEqualTo(pair.accessKey().account()));
        assertThat(admit.admit(pair.accessKey(), other)).isEmpty();
        assertThat(admit.admit(pair.accessKey(), new Secret(""))).isEmpty();
    }

    @Test
    void aPairOfOneTenantOpensNothingInAnother() {
        VaultAccount.Pair pair = make(AccountKind.SCRIPT, "Gate").pair();
        var elsewhere = new AccessKey(world.stranger.tenant(), pair.accessKey().account());

        assertThat(admit.admit(elsewhere, pair.secret())).isEmpty();
    }

    @Test
    void onePairDoesNotOpenTheOther() {
        VaultAccount.Pair one = make(AccountKind.KERBEROS, "Gate").pair();
        VaultAccount.Pair two = make(AccountKind.KERBEROS, "Yard").pair();

        assertThat(admit.admit(one.accessKey(), two.secret())).isEmpty();
    }

    @Test
    void whatIsOffIsRefusedAndComesBack() {
        VaultAccounts.Made made = make(AccountKind.KERBEROS, "Gate");
        VaultAccountId id = made.account().id();

        world.work.run(world.owner.tenant(), () -> accounts.enable(world.owner, id, false));
        assertThat(admit.admit(made.pair().accessKey(), made.pair().secret())).isEmpty();

        world.work.run(world.owner.tenant(), () -> accounts.enable(world.owner, id, true));
        assertThat(admit.admit(made.pair().accessKey(), made.pair().secret())).isPresent();

        world.work.run(world.owner.tenant(), () -> accounts.remove(world.owner, id));
        assertThat(admit.admit(made.pair().accessKey(), made.pair().secret())).isEmpty();
    }

    @Test
    void onlyTheSecretOfAKerberosPairCanBeReadAgain() {
        VaultAccounts.Made kerberos = make(AccountKind.KERBEROS, "Gate");
        VaultAccounts.Made script = make(AccountKind.SCRIPT, "Import");

        assertThat(admit.secret(admitted(kerberos))).contains(kerberos.pair().secret());
        assertThat(admit.secret(admitted(script))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseDoesNotHoldTheSecret(AccountKind kind) throws SQLException {
        Secret secret = make(kind, "Gate").pair().secret();
        String inHex = HexFormat.of().formatHex(secret.bytes());

        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var rows = connection.createStatement().executeQuery("select t::text from vault_account t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(secret.reveal()).doesNotContain(inHex);
        }
    }

    @Test
    void itsUseIsNotedToTheMinute() {
        VaultAccounts.Made made = make(AccountKind.SCRIPT, "Gate");
        assertThat(made.account().usedAt()).isEmpty();
        world.clock.move(Duration.ofSeconds(90));

        admit.admit(made.pair().accessKey(), made.pair().secret());

        assertThat(world.inTenant(
                        world.owner,
                        () -> accounts.get(world.owner.tenant(), made.account().id())
                                .usedAt()))
                .hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-11-20T12:01:00Z"));
    }

    @Test
    void onlyAnOwnerMakesThem_andOnlyForASiteAndAPlaceOfTheirs() {
        SiteId theirs = world.site(world.stranger, "Theirs");
        var admin = new Viewer(world.owner.tenant(), new Subject("admin"), Role.ADMIN);

        assertThatThrownBy(() -> make(admin, AccountKind.SCRIPT, "Gate", site)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> make(world.owner, AccountKind.SCRIPT, "Gate", theirs))
                .isInstanceOf(Refusal.class);
        assertThat(make(world.owner, AccountKind.SCRIPT, "Gate", site).account().name())
                .isEqualTo("Gate");
        assertThatThrownBy(() -> make(world.owner, AccountKind.SCRIPT, "Gate", site))
                .as("the name is taken")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDayHasRoomForAsMuchAsItsLimitsSayAndTheNextDayForAsMuchAgain() {
        var limits = new AccountLimits(1000L, 3, null, 1);
        VaultAccount account = world.inTenant(
                world.owner,
                () -> accounts.make(world.owner, wish(AccountKind.SCRIPT, "Gate", site, limits))
                        .account());

        assertThat(account.dayHasRoom(1, 1001, world.clock.instant())).isFalse();
        assertThat(account.dayHasRoom(1, 1000, world.clock.instant())).isTrue();
        account.sent(400, world.clock.instant());
        account.sent(400, world.clock.instant());
        assertThat(account.dayHasRoom(1, 201, world.clock.instant())).isFalse();
        assertThat(account.dayHasRoom(1, 200, world.clock.instant())).isTrue();
        account.sent(1, world.clock.instant());
        assertThat(account.dayHasRoom(1, 1, world.clock.instant()))
                .as("three came")
                .isFalse();

        world.clock.move(Duration.ofHours(12));
        assertThat(account.dayHasRoom(1, 1000, world.clock.instant())).isTrue();
        assertThat(account.sentToday(world.clock.instant())).isEqualTo(new VaultAccount.Sent(0, 0));
    }

    @Test
    void theTermsOfAPairChangeAndItsKeysAndWhatItSentTodayStay() {
        VaultAccounts.Made made = make(AccountKind.KERBEROS, "Gate");
        VaultAccountId id = made.account().id();
        Instant now = world.clock.instant();
        world.work.run(
                world.owner.tenant(),
                () -> accounts.lock(world.owner.tenant(), id).orElseThrow().sent(400, now));

        var terms = new AccountTerms(
                site, Optional.empty(), Optional.of(new Directory("north")), new AccountLimits(500L, null, 9L, 0));
        world.work.run(world.owner.tenant(), () -> accounts.change(world.owner, id, terms));

        VaultAccount after = world.inTenant(world.owner, () -> accounts.get(world.owner.tenant(), id));
        assertThat(after.limits()).isEqualTo(terms.limits());
        assertThat(after.directory()).contains("north");
        assertThat(after.name()).isEqualTo("Gate");
        assertThat(after.dayHasRoom(1, 101, now)).isFalse();
        assertThat(after.dayHasRoom(1, 100, now)).isTrue();
        assertThat(admit.admit(made.pair().accessKey(), made.pair().secret())).isPresent();
    }

    @Test
    void nobodyElseChangesThemAndNotToTheSiteOfAnother() {
        VaultAccountId id = make(AccountKind.SCRIPT, "Gate").account().id();
        SiteId theirs = world.site(world.stranger, "Elsewhere");
        var terms = new AccountTerms(site, Optional.empty(), Optional.empty(), AccountLimits.USUAL);
        var foreign = new AccountTerms(theirs, Optional.empty(), Optional.empty(), AccountLimits.USUAL);
        var admin = new Viewer(world.owner.tenant(), new Subject("admin"), Role.ADMIN);

        assertThatThrownBy(() -> world.inTenant(admin, () -> accounts.change(admin, id, terms)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.inTenant(world.stranger, () -> accounts.change(world.stranger, id, foreign)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.inTenant(world.owner, () -> accounts.change(world.owner, id, foreign)))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vdv_", "vdv_00_00", "vdt_0192f0c17a007000800000000000000a_0192f0c17a007000800000000000000b"
            })
    void whatIsNoAccessKeyIsNotReadAsOne(String text) {
        assertThat(AccessKey.read(text)).isEmpty();
    }

    @Test
    void anAccessKeyIsReadAsItIsWritten() {
        AccessKey key = make(AccountKind.SCRIPT, "Gate").pair().accessKey();

        assertThat(AccessKey.read(key.text())).contains(key);
        assertThat(AccessKey.read(key.text().toUpperCase(java.util.Locale.ROOT)))
                .isEmpty();
    }

    private AdmitAccount.Admitted admitted(VaultAccounts.Made made) {
        return admit.admit(made.pair().accessKey(), made.pair().secret()).orElseThrow();
    }

    private VaultAccounts.Made make(AccountKind kind, String name) {
        return make(world.owner, kind, name, site);
    }

    private VaultAccounts.Made make(Viewer viewer, AccountKind kind, String name, SiteId where) {
        return world.inTenant(viewer, () -> accounts.make(viewer, wish(kind, name, where, AccountLimits.USUAL)));
    }

    private static AccountWish wish(AccountKind kind, String name, SiteId where, AccountLimits limits) {
        return new AccountWish(
                new Name(name), kind, new AccountTerms(where, Optional.empty(), Optional.empty(), limits));
    }
}
