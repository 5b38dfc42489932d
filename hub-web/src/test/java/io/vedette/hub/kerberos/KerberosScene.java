package io.vedette.hub.kerberos;

import io.vedette.contracts.Secret;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.recordings.control.KeepForeign;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.accounts.AccountKind;
import io.vedette.hub.vaults.accounts.AccountLimits;
import io.vedette.hub.vaults.accounts.AccountWish;
import io.vedette.hub.vaults.accounts.AdmitAccount;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** The scene of recordings, with key pairs and the intake of agents of another make. */
final class KerberosScene {
    final Scene scene;
    final VaultAccounts accounts;
    final AdmitAccount admit;
    final KerberosBook book;
    final KerberosPresence presence;
    final AtomicLong nanos = new AtomicLong();
    final FilmPlaces places = new FilmPlaces(nanos::get);
    final HearBeat beats;
    final Cameras cameras;
    final SiteId site;
    private final Path vault;

    KerberosScene(Path vault) {
        this.vault = vault;
        scene = new Scene(vault);
        var seals =
                new TenantSeals(scene.work, new Secret(Base64.getEncoder().encodeToString(new byte[32])), scene.clock);
        var sites = new Sites(scene.work, scene.visible, new AccessNews());
        cameras = new Cameras(scene.work, scene.visible, new AccessNews());
        accounts = new VaultAccounts(scene.work, seals, sites, scene.providers, scene.clock);
        admit = new AdmitAccount(scene.work, accounts, seals, scene.clock);
        book = new KerberosBook(scene.work);
        presence = new KerberosPresence(book, scene.clock, nanos::get);
        beats = new HearBeat(scene.work, admit, devices(scene.clock), presence);
        site = scene.as(
                scene.owner,
                () -> sites.add(scene.owner, SiteId.fresh(), new Name("North"), ZoneId.of("Europe/Berlin"))
                        .id());
    }

    private FindDevice devices(Clock clock) {
        return new FindDevice(scene.work, accounts, book, cameras, clock);
    }

    private KeepForeign keep() {
        return new KeepForeign(scene.work, scene.recordings, scene.stores, scene.room, scene.telling, scene.clock);
    }

    /** As after a start of the hub; what it takes from then on, at this time. */
    TakeFilm films(Clock clock) {
        var parts = new FilmParts(vault.resolve("kerberos"));
        var keep = keep();
        var begin = new BeginFilm(scene.work, accounts, devices(clock), book, keep, scene.stores, clock);
        var forget = new ForgetFilm(scene.work, book, parts, keep, clock);
        var finish = new FinishFilm(accounts, begin, cameras, book, parts, keep, forget, clock);
        return new TakeFilm(scene.work, book, parts, places, begin, finish, forget, clock);
    }

    TakeFilm films() {
        return films(scene.clock);
    }

    /** Looks after what is coming in, so much later. */
    void upkeep(Duration later) {
        Clock clock = Clock.fixed(Scene.NOW.plus(later), ZoneOffset.UTC);
        var parts = new FilmParts(vault.resolve("kerberos"));
        var forget = new ForgetFilm(scene.work, book, parts, keep(), clock);
        new FilmUpkeep(scene.work, new Tenants(scene.work), book, parts, forget, clock).run();
    }

    /** From now on the vault takes films and then does not answer; or it answers again. */
    void vaultAnswers(boolean answers) {
        scene.open(vault, folder -> (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (!answers && !method.getName().equals("adopt")) {
                        throw new BlobStoreFault("the vault is away");
                    }
                    try {
                        return method.invoke(folder, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    VaultAccounts.Made pair(AccountLimits limits) {
        return pair(scene.owner, site, AccountKind.KERBEROS, limits);
    }

    VaultAccounts.Made pair(Viewer owner, SiteId where, AccountKind kind, AccountLimits limits) {
        var wish = new AccountWish(
                new Name("Keys " + SiteId.fresh()), kind, where, Optional.empty(), Optional.empty(), limits);
        return scene.as(owner, () -> accounts.make(owner, wish));
    }

    Admitted in(VaultAccounts.Made made) {
        return admit.admit(made.pair().accessKey(), made.pair().secret()).orElseThrow();
    }

    static Sending of(String device) {
        return of(device, Scene.NOW.minusSeconds(60));
    }

    static Sending of(String device, Instant startedAt) {
        return new Sending(device, "gate of " + device, "a-user", Optional.of(startedAt), Duration.ofSeconds(3));
    }

    static Chunk chunk(long offset, byte[] bytes) {
        return new Chunk(offset, bytes.length, new ByteArrayInputStream(bytes));
    }

    /** In one body. */
    Taken post(Admitted in, String device, byte[] film) {
        return films().whole(in, of(device), OptionalLong.of(film.length), chunk(0, film));
    }

    /** Of all cameras of the owner's that appeared, the newest first. */
    List<Recording> recordings() {
        return scene.as(
                scene.owner,
                () -> scene.work
                        .entities(scene.owner.tenant())
                        .createQuery(
                                "select r from Recording r where r.tenant = :tenant and r.camera <> :gate order by r.startedAt desc",
                                Recording.class)
                        .setParameter("tenant", scene.owner.tenant().value())
                        .setParameter("gate", scene.gate.value())
                        .getResultList());
    }

    long count(String query) {
        return scene.as(
                scene.owner,
                () -> scene.work
                        .entities(scene.owner.tenant())
                        .createQuery(query, Long.class)
                        .setParameter("tenant", scene.owner.tenant().value())
                        .getSingleResult());
    }
}
