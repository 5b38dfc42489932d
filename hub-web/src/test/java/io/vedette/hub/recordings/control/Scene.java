package io.vedette.hub.recordings.control;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraTime;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.analysis.control.KeepAnalysis;
import io.vedette.hub.analysis.entity.AnalysisRows;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.integrations.Integrations;
import io.vedette.hub.integrations.Outbox;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.persistence.Database;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Spans;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadWish;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quotas;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.StorageProviders;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.intake.Intake;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Two tenants, acme with a camera "gate" and an agent in front of it, a real database and a real vault. Acme's owner may do
 * everything; its guard, what a test gives; the owner of globex, nothing here. One database for all scenes, with tenants of
 * its own for each.
 */
public final class Scene {
    private static final DatabaseSettings SETTINGS = TestDatabase.migrated();
    private static final Database DATABASE = new Database(SETTINGS, SceneRows.ALL);
    private static final Secret SEAL_KEY = new Secret(Base64.getEncoder().encodeToString(new byte[32]));
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration ONE_DAY = Duration.ofDays(1);
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    public final Viewer owner = new Viewer(TenantId.fresh(), new Subject("owner"), Role.OWNER);
    public final Viewer guard = new Viewer(owner.tenant(), new Subject("guard"), Role.VIEWER);
    public final Viewer foreigner = new Viewer(TenantId.fresh(), new Subject("foreigner"), Role.OWNER);
    public final AccessNews access = new AccessNews();
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private long seq;

    public final TenantWork work = new TenantWork(DATABASE.sessions());
    public final VisibleCameras visible;
    public final Recordings recordings;
    public final Uploads uploads;
    public final Beginnings beginnings = new Beginnings(work);
    public final AgentLinks links = new AgentLinks();
    public final Tickets tickets;
    public final UploadNews news = new UploadNews(new UploadCount(new SimpleMeterRegistry()));
    public final VaultRefusals refusals = new VaultRefusals();
    public final Quotas quotas = new Quotas(work);
    public final StoredBytes room;
    public final Agents agents;
    public final GrantUploads grantUploads;
    public final GrantThumbnails grantThumbnails;
    public final EdgeCopies copies;
    public final EdgeSenders senders;
    public final ChangeSender change;
    public final EdgeNews edgeNews = new EdgeNews();
    public final RequestUpload request;
    public final StorageProviders providers;
    public final Integrations integrations;
    public final Analyses analyses;
    public final AnalyseRecording analyse;
    public final TellStored telling;
    public final CameraId gate;
    public final AgentRef agent;
    final NanoClock nanos = new NanoClock();

    public BlobStore store;
    public Stores stores;
    public Intake intake;
    public StoreUpload storing;
    public TakeUpload taking;
    public TakeParts takingParts;
    public CancelUpload cancelling;
    public EndUploads ending;
    public HearAgents hearing;
    public HearUploadState hearingState;
    public HearVaults hearingVaults;
    public KeepThumbnail thumbnails;
    public RequestSpan requestSpan;
    public Spans spans;
    public UploadUpkeep upkeep;
    public KeepBeginnings keeping;
    public HearBeginning hearingBeginning;

    /** A monotonic clock that stands until it is moved. */
    static final class NanoClock {
        long now;
    }

    public Scene(Path vault) {
        int number = COUNT.incrementAndGet();
        TestDatabase.addTenant(SETTINGS, owner.tenant().value(), "acme-" + number);
        TestDatabase.addTenant(SETTINGS, foreigner.tenant().value(), "globex-" + number);
        this.visible = new VisibleCameras(work, clock);
        this.recordings = new Recordings(work, visible);
        this.uploads = new Uploads(work, visible);
        this.room = new StoredBytes(work, uploads, quotas, clock);
        this.agents = new Agents(work, visible);
        this.tickets = new Tickets(new byte[32], clock, agent -> true);
        this.providers = new StorageProviders(work, new TenantSeals(work, SEAL_KEY, clock), clock);
        this.grantUploads =
                new GrantUploads(work, new Tenants(work), uploads, providers, tickets, links, () -> nanos.now);
        this.grantThumbnails = new GrantThumbnails(work, recordings, tickets, links, clock);
        this.copies = new EdgeCopies(work);
        this.senders = new EdgeSenders(agents, links, copies);
        this.change = new ChangeSender(
                work, new Tenants(work), recordings, uploads, copies, senders, links, grantUploads, news);
        this.request = new RequestUpload(work, recordings, uploads, senders, grantUploads, clock);
        this.integrations = new Integrations(work, new TenantSeals(work, SEAL_KEY, clock), clock);
        this.telling = new TellStored(
                new Tenants(work), new Cameras(work, visible, access), providers, new Outbox(work, clock));
        this.analyses = new Analyses(visible);
        this.analyse =
                new AnalyseRecording(recordings, new KeepAnalysis(new AnalysisRows(work), clock), copies, edgeNews);
        this.gate = camera("Gate");
        this.agent = TestAgents.pair(work, owner.tenant(), gate);
        open(vault);
    }

    /** What a start of the hub opens; to be called again for a restart. */
    final void open(Path vault) {
        open(vault, folder -> folder);
    }

    /** @param between what stands between the hub and its own folder */
    public final void open(Path vault, UnaryOperator<BlobStore> between) {
        var book = new IntakeBook(work, uploads, news, clock, () -> nanos.now);
        store = between.apply(FileSystemBlobStore.open(vault.resolve("blobs"), clock));
        stores = new Stores(work, providers, store, Set.of(InetAddress.getLoopbackAddress()), clock);
        intake = Intake.open(vault.resolve("intake"), book);
        var giveUp = new GiveUpRecording(work, recordings, uploads, copies, senders, change, intake, news, clock);
        storing = new StoreUpload(
                work, recordings, uploads, copies, intake, stores, links, refusals, telling, news, clock);
        var admissions = new AdmitUpload(work, recordings, uploads, beginnings, senders, book, room, news);
        var endParts = new EndParts(work, new Tenants(work), uploads, stores, clock);
        taking = new TakeUpload(work, uploads, admissions, endParts, intake, storing, refusals, news, clock);
        takingParts = new TakeParts(
                work, uploads, admissions, intake, providers, stores, storing, endParts, refusals, news, clock);
        cancelling = new CancelUpload(work, uploads, visible, intake, links, grantUploads, news, clock);
        spans = new Spans(work, visible);
        requestSpan = new RequestSpan(work, visible, spans, uploads, senders, grantUploads, cancelling, clock);
        ending = new EndUploads(work, recordings, uploads, intake, cancelling, change, storing, clock);
        hearingState = new HearUploadState(work, uploads, giveUp, change, intake, news, clock);
        hearingVaults = new HearVaults(
                work,
                new Cameras(work, visible, access),
                recordings,
                new Departures(work, clock),
                copies,
                giveUp,
                hearingState,
                edgeNews,
                clock);
        hearing = new HearAgents(
                work,
                recordings,
                new Departures(work, clock),
                beginnings,
                intake,
                request,
                giveUp,
                grantThumbnails,
                hearingVaults,
                clock);
        keeping = new KeepBeginnings(
                work,
                new Tenants(work),
                beginnings,
                recordings,
                uploads,
                intake,
                stores,
                links,
                clock,
                NOW.minus(ONE_DAY));
        hearingBeginning =
                new HearBeginning(work, recordings, beginnings, intake, room, grantUploads, keeping, providers, clock);
        thumbnails = new KeepThumbnail(work, recordings, stores, refusals);
        upkeep = new UploadUpkeep(work, new Tenants(work), uploads, beginnings, intake, storing, book, room, endParts);
    }

    public CameraId camera(String name) {
        return as(owner, () -> {
            SiteId site = SiteId.fresh();
            new Sites(work, visible, new AccessNews()).add(owner, site, new Name("Yard"), ZoneId.of("Europe/Berlin"));
            return new Cameras(work, visible, new AccessNews())
                    .add(owner, site, Optional.empty(), new Name(name))
                    .id();
        });
    }

    /** Gives the guard a right to the gate. */
    public GrantId give(Action... actions) {
        return as(
                owner,
                () -> grants().give(
                                owner,
                                GrantId.fresh(),
                                GrantWish.of(
                                        new Holder.Person(guard.subject()),
                                        new Selector.OneCamera(gate),
                                        GrantTerms.of(Set.of(actions), Optional.empty(), "")))
                        .id());
    }

    public Grants grants() {
        return new Grants(
                work,
                new Cameras(work, visible, access),
                new Sites(work, visible, access),
                new Teams(work, access),
                clock,
                access);
    }

    /** Writes down the owner's role, for what looks it up. */
    void ownerRow() {
        try (var connection = TestDatabase.unlocked(SETTINGS).getConnection();
                var insert =
                        connection.prepareStatement("insert into member (tenant_id, subject, role) values (?, ?, ?)")) {
            insert.setObject(1, owner.tenant().value());
            insert.setString(2, owner.subject().value());
            insert.setString(3, Role.OWNER.key().value());
            insert.execute();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T as(Viewer viewer, Supplier<T> what) {
        return work.as(viewer.tenant(), what);
    }

    public List<io.vedette.contracts.link.FromHub> connect() {
        return TestAgents.connect(links, agent);
    }

    /** An event as the agents' link hands it on. */
    public void hear(EventBody body) {
        hear(body, 0);
    }

    /** Told long after it happened: the line was away. */
    public void hearLate(EventBody body, Instant at) {
        var event = new FromAgent.Event(++seq, EventId.fresh(), at, body);
        work.run(agent.tenant(), () -> hearing.event(agent, event, at, 0));
    }

    public void hear(EventBody body, long offsetMillis) {
        var event = new FromAgent.Event(++seq, EventId.fresh(), NOW, body);
        work.run(agent.tenant(), () -> hearing.event(agent, event, NOW.plusMillis(offsetMillis), offsetMillis));
    }

    public RecordingId closed(byte[] file, Delivery delivery) {
        return closed(file, NOW.minusSeconds(60), delivery);
    }

    public RecordingId closed(byte[] file, Instant startedAt, Delivery delivery) {
        var id = RecordingId.fresh();
        hear(report(id, file, startedAt, delivery));
        return id;
    }

    /** Ten seconds, in some of which something moved. */
    public RecordingId closed(byte[] file, Instant startedAt, MotionMarks motion) {
        var id = RecordingId.fresh();
        hear(report(id, file, startedAt, Delivery.ON_DEMAND, motion));
        return id;
    }

    static EventBody.RecordingClosed report(RecordingId id, byte[] file, Instant startedAt, Delivery delivery) {
        return report(id, file, startedAt, delivery, null);
    }

    private static EventBody.RecordingClosed report(
            RecordingId id, byte[] file, Instant startedAt, Delivery delivery, @Nullable MotionMarks motion) {
        return new EventBody.RecordingClosed(
                id,
                startedAt,
                10_000,
                file.length,
                Sha256.of(file).hex(),
                "video/mp4; codecs=\"avc1.42c01f\"",
                1280,
                720,
                delivery,
                false,
                motion,
                new CameraTime(-2300, 20));
    }

    /** Closed after a crash: nobody knows any more what moved in it. */
    public RecordingId cut(byte[] file, Instant startedAt) {
        var id = RecordingId.fresh();
        hear(like(report(id, file, startedAt, Delivery.ON_DEMAND), 10_000, true));
        return id;
    }

    static EventBody.RecordingClosed like(EventBody.RecordingClosed report, long durationMs, boolean cut) {
        return new EventBody.RecordingClosed(
                report.recording(),
                report.startedAt(),
                durationMs,
                report.bytes(),
                report.sha256(),
                report.mime(),
                report.width(),
                report.height(),
                report.delivery(),
                cut,
                report.motion(),
                report.clock());
    }

    /** Asks for a recording as the owner. */
    public UploadProgress request(RecordingId recording, UploadWish wish) {
        return ((RequestUpload.Outcome.UnderWay) as(owner, () -> request.by(owner, recording, wish))).upload();
    }

    /** The same, in no special way. */
    public UploadProgress request(RecordingId recording) {
        return ((RequestUpload.Outcome.UnderWay) as(owner, () -> request.by(owner, recording))).upload();
    }

    public Recording recording(RecordingId id) {
        return as(owner, () -> recordings.find(owner.tenant(), id).orElseThrow());
    }

    public Upload upload(io.vedette.contracts.id.UploadId id) {
        return as(owner, () -> uploads.find(owner.tenant(), id).orElseThrow());
    }
}
