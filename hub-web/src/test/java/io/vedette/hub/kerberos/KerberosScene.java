package io.vedette.hub.kerberos;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.UploadId;
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
import io.vedette.hub.vaults.accounts.AccountTerms;
import io.vedette.hub.vaults.accounts.AccountWish;
import io.vedette.hub.vaults.accounts.AdmitAccount;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** The scene of recordings, with key pairs and the intake of agents of another make. */
final class KerberosScene {
    final Scene scene;
    final VaultAccounts accounts;
    final AdmitAccount admit;
    final KerberosBook book;
    final KerberosPresence presence;
    final AtomicLong nanos = new AtomicLong();
    final FilmsInHand hand = new FilmsInHand();
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
        FilmParts parts = parts();
        return new TakeFilm(
                scene.work, book, parts, places, begin(parts, clock), finish(parts, clock), forget(parts), hand, clock);
    }

    FilmParts parts() {
        return new FilmParts(vault.resolve("kerberos"));
    }

    FinishFilm finish(FilmParts parts, Clock clock) {
        return new FinishFilm(
                scene.work, accounts, begin(parts, clock), cameras, book, parts, keep(), forget(parts), hand, clock);
    }

    private BeginFilm begin(FilmParts parts, Clock clock) {
        return new BeginFilm(scene.work, accounts, devices(clock), book, parts, keep(), scene.stores, clock);
    }

    private ForgetFilm forget(FilmParts parts) {
        return new ForgetFilm(scene.work, book, parts, keep());
    }

    TakeFilm films() {
        return films(scene.clock);
    }

    /** The last byte that came of it came then. */
    void lastByteAt(UploadId upload, Instant at) {
        try {
            Files.setLastModifiedTime(vault.resolve("kerberos").resolve(upload + ".part"), FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks after what is coming in, so much later. */
    void upkeep(Duration later) {
        Clock clock = Clock.fixed(Scene.NOW.plus(later), ZoneOffset.UTC);
        FilmParts parts = parts();
        new FilmUpkeep(scene.work, new Tenants(scene.work), book, parts, forget(parts), hand, clock).run();
    }

    /** From now on this happens, too, whenever the vault is given a film. */
    void whileStoring(Runnable meanwhile) {
        between((method, go) -> {
            if (method.equals("adopt")) {
                meanwhile.run();
            }
            return go.call();
        });
    }

    /** From now on the vault takes films and then does not answer; or it answers again. */
    void vaultAnswers(boolean answers) {
        between((method, go) -> {
            if (!answers && !method.equals("adopt")) {
                throw new BlobStoreFault("the vault is away");
            }
            return go.call();
        });
    }

    private interface Between {
        Object ask(String method, Callable<Object> go) throws Exception;
    }

    private void between(Between between) {
        scene.open(vault, folder -> (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    try {
                        return between.ask(method.getName(), () -> method.invoke(folder, arguments));
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
                new Name("Keys " + SiteId.fresh()),
                kind,
                new AccountTerms(where, Optional.empty(), Optional.empty(), limits));
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
