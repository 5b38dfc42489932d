package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.upload.PartsAsk;
import io.vedette.contracts.upload.PartsState;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.AdmitUpload.Admission;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.PartPlan;
import io.vedette.vault.PartsId;
import io.vedette.vault.SentPart;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedAddress;
import io.vedette.vault.SignedParts;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets an agent send the parts of a recording straight to the store of its tenant, where the owner wants that: gives it an address for each, and has
 * {@link StoreUpload} put them together. What began to come through the hub goes on through the hub. Outside any transaction, as the store is asked.
 */
@Singleton
public class TakeParts {
    /** Of an address. A part that is on its way when it ends is still taken. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final TenantWork work;
    private final Uploads uploads;
    private final AdmitUpload admissions;
    private final Intake intake;
    private final StorageProviders providers;
    private final Stores stores;
    private final StoreUpload storing;
    private final EndParts ending;
    private final VaultRefusals refusals;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public TakeParts(
            TenantWork work,
            Uploads uploads,
            AdmitUpload admissions,
            Intake intake,
            StorageProviders providers,
            Stores stores,
            StoreUpload storing,
            EndParts ending,
            VaultRefusals refusals,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.admissions = admissions;
        this.intake = intake;
        this.providers = providers;
        this.stores = stores;
        this.storing = storing;
        this.ending = ending;
        this.refusals = refusals;
        this.news = news;
        this.clock = clock;
    }

    /** The answer to an agent that asks how far it is. */
    public sealed interface Offered {
        record Parts(PartsState state) implements Offered {}

        /** Not this way: its bytes come through the hub. */
        record ThroughTheHub() implements Offered {}

        /** As tus would be answered. */
        record Otherwise(Taken taken) implements Offered {}
    }

    /** Where its parts go, and what the store calls them once it was asked. */
    private record Way(
            BlobKey key,
            StorageProviderId place,
            Optional<PartsId> begun,
            long received,
            CameraId camera,
            boolean fromVault) {}

    public Offered ask(AgentRef agent, UploadId id, PartsAsk ask) {
        return switch (admissions.of(agent, id)) {
            case Admission.Closed closed -> new Offered.Otherwise(closed.answer());
            case Admission.Begun begun -> new Offered.ThroughTheHub();
            case Admission.Open open ->
                way(agent.tenant(), open.plan())
                        .map(way -> offer(agent.tenant(), open.plan(), way, ask.next()))
                        .orElseGet(Offered.ThroughTheHub::new);
        };
    }

    private Optional<Way> way(TenantId tenant, UploadPlan plan) {
        if (plan.bytes() > SignedParts.MOST_BYTES || intake.offset(plan.upload()) > 0) {
            return Optional.empty();
        }
        return work.as(tenant, () -> {
            Upload upload = uploads.find(tenant, plan.upload()).orElseThrow();
            Optional<StorageProvider> place = upload.parts().isPresent()
                    ? upload.provider().flatMap(where -> providers.find(tenant, where))
                    : providers.main(tenant);
            return place.filter(StorageProvider::straight)
                    .map(where -> new Way(
                            upload.fileKey(),
                            where.id(),
                            upload.parts(),
                            upload.receivedBytes(),
                            upload.camera(),
                            upload.fromVault()));
        });
    }

    private Offered offer(TenantId tenant, UploadPlan plan, Way way, PartsAsk.@Nullable Next next) {
        try {
            Optional<SignedParts> store =
                    stores.at(tenant, Optional.of(way.place())).inParts();
            return store.isEmpty() ? new Offered.ThroughTheHub() : offer(tenant, plan, way, next, store.get());
        } catch (BlobStoreFault fault) { // it comes to the hub, and waits here for its place to mend
            refusals.refused(tenant, fault);
            return new Offered.ThroughTheHub();
        }
    }

    private Offered offer(TenantId tenant, UploadPlan plan, Way way, PartsAsk.@Nullable Next next, SignedParts store) {
        Optional<PartsId> parts = way.begun();
        List<SentPart> sent = parts.map(one -> store.sent(way.key(), one)).orElse(List.of());
        if (parts.isPresent() && sent.isEmpty() && way.received() > 0) { // the store has cleared it up
            ending.of(tenant, plan.upload());
            parts = Optional.empty();
        }
        if (parts.isEmpty()) {
            parts = begin(tenant, plan, way, store);
        }
        if (parts.isEmpty()) {
            return new Offered.Otherwise(new Taken.CalledOff());
        }
        PartPlan cut = store.plan(plan.bytes());
        reached(tenant, plan.upload(), sent.stream().mapToLong(SentPart::bytes).sum(), way.received());
        if (next != null && !cut.has(next.number())) {
            return new Offered.Otherwise(new Taken.TooLong());
        }
        return new Offered.Parts(new PartsState(
                plan.bytes(),
                cut.partBytes(),
                missing(cut, sent),
                next == null ? null : address(store, way.key(), parts.get(), cut, next)));
    }

    /** Empty when it was called off meanwhile. */
    private Optional<PartsId> begin(TenantId tenant, UploadPlan plan, Way way, SignedParts store) {
        // they lie under the same key: given up later, they would take along what is put together of these
        work.as(
                        tenant,
                        () -> uploads.find(tenant, plan.upload())
                                .map(upload -> uploads.othersWithParts(tenant, upload))
                                .orElse(List.of()))
                .forEach(old -> ending.of(tenant, old));
        PartsId fresh = store.begin(way.key(), new BlobSpec(plan.bytes(), plan.sha256(), BlobSpec.MP4));
        Optional<PartsId> kept = work.as(
                tenant,
                () -> uploads.lock(tenant, plan.upload())
                        .filter(row -> row.parts().isPresent() || row.goesInParts(way.place(), fresh))
                        .flatMap(Upload::parts));
        if (!kept.equals(Optional.of(fresh))) { // somebody was faster, or it is over
            store.abort(way.key(), fresh);
        }
        return kept;
    }

    private void reached(TenantId tenant, UploadId id, long bytes, long before) {
        if (bytes == before && bytes > 0) {
            return;
        }
        work.run(
                tenant,
                () -> uploads.lock(tenant, id)
                        .filter(row -> !(row.state() instanceof UploadState.Verifying))
                        .filter(row -> row.reached(bytes, clock.instant()))
                        .map(UploadProgress::of)
                        .ifPresent(now -> work.afterCommit(() -> news.tell(now))));
    }

    private static List<Integer> missing(PartPlan cut, List<SentPart> sent) {
        Set<Integer> there = sent.stream()
                .filter(part -> cut.has(part.number()) && part.bytes() == cut.length(part.number()))
                .map(SentPart::number)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, cut.count())
                .filter(number -> !there.contains(number))
                .limit(PartsState.MOST)
                .boxed()
                .toList();
    }

    private static PartsState.Address address(
            SignedParts store, BlobKey key, PartsId parts, PartPlan cut, PartsAsk.Next next) {
        SignedAddress signed = store.part(key, parts, cut, next.number(), new Sha256(next.sha256()), LIFE);
        return new PartsState.Address(
                next.number(),
                cut.offset(next.number()),
                cut.length(next.number()),
                signed.uri().toString(),
                signed.headers(),
                signed.expires());
    }

    /** What the vault of a site reaches says nothing of what the camera's own agent does. */
    private static boolean byItsAgent(Way way) {
        return !way.fromVault();
    }

    /** All parts are sent, the agent says. May be asked again, and answers the same. */
    public Taken finish(AgentRef agent, UploadId id) {
        return switch (admissions.of(agent, id)) {
            case Admission.Closed closed -> closed.answer();
            case Admission.Begun begun -> new Taken.WrongOffset(0);
            case Admission.Open open when !open.inParts() -> new Taken.WrongOffset(0);
            case Admission.Open open -> {
                Optional<Way> way = way(agent.tenant(), open.plan());
                StoreUpload.Verdict verdict = storing.run(agent.tenant(), id);
                if (verdict == StoreUpload.Verdict.STORED) {
                    way.filter(TakeParts::byItsAgent)
                            .ifPresent(one -> work.run(
                                    agent.tenant(),
                                    () -> providers.reached(agent.tenant(), one.place(), one.camera())));
                }
                yield verdict.answer(open.plan().bytes(), () -> new Taken.WrongOffset(0));
            }
        };
    }

    /** The agent does not reach the store, or is refused there, and sends through the hub from now on. Empty when it may say so. */
    public Optional<Taken> unreached(AgentRef agent, UploadId id, String why) {
        return switch (admissions.of(agent, id)) {
            case Admission.Closed closed -> Optional.of(closed.answer());
            case Admission.Begun begun -> Optional.empty();
            case Admission.Open open -> {
                way(agent.tenant(), open.plan())
                        .filter(TakeParts::byItsAgent)
                        .ifPresent(way -> work.run(
                                agent.tenant(),
                                () -> providers.unreached(
                                        agent.tenant(),
                                        way.place(),
                                        way.camera(),
                                        HearAgents.printable(why).strip())));
                ending.insteadOfThem(agent.tenant(), id);
                yield Optional.empty();
            }
        };
    }
}
