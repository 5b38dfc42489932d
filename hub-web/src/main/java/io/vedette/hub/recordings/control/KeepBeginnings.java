package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.LastFragment.Left;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes recordings of beginnings of which no more comes: the box was taken, broke, or was cut off. What came is cut after its
 * last whole fragment and goes the way of every upload. Should the agent come back with the whole of it, that is taken as well,
 * and the beginning goes when the vault has it. Outside any transaction.
 */
@Singleton
public class KeepBeginnings {
    private static final Logger LOG = LoggerFactory.getLogger(KeepBeginnings.class);
    /** A flush every two seconds and a line that comes back within a minute would not be missed. */
    private static final Duration AWAY = Duration.ofMinutes(2);
    /** With the agent here: its line may be narrow, or our disk full. */
    private static final Duration SILENT = Duration.ofHours(1);

    private final TenantWork work;
    private final Tenants tenants;
    private final Beginnings beginnings;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Intake intake;
    private final Stores stores;
    private final AgentLinks links;
    private final Clock clock;
    private final Departures departures;
    private final LastFragment last;
    /** A hub that was down heard nobody. */
    private final Instant since;

    @Inject
    KeepBeginnings(
            TenantWork work,
            Tenants tenants,
            Beginnings beginnings,
            Recordings recordings,
            Uploads uploads,
            Intake intake,
            Stores stores,
            AgentLinks links,
            Clock clock) {
        this(work, tenants, beginnings, recordings, uploads, intake, stores, links, clock, clock.instant());
    }

    KeepBeginnings(
            TenantWork work,
            Tenants tenants,
            Beginnings beginnings,
            Recordings recordings,
            Uploads uploads,
            Intake intake,
            Stores stores,
            AgentLinks links,
            Clock clock,
            Instant since) {
        this.work = work;
        this.tenants = tenants;
        this.beginnings = beginnings;
        this.recordings = recordings;
        this.uploads = uploads;
        this.intake = intake;
        this.stores = stores;
        this.links = links;
        this.clock = clock;
        this.since = since;
        this.departures = new Departures(work, clock);
        this.last = new LastFragment(intake);
    }

    /** To be called every minute, before the upkeep of uploads, which brings on what is begun here. */
    public void run() {
        for (TenantId tenant : tenants.all()) {
            work.as(tenant, () -> beginnings.all(tenant)).forEach(one -> guarded(one.upload(), () -> look(one)));
            work.as(tenant, () -> beginnings.superseded(tenant))
                    .forEach(part -> guarded(part.id(), () -> giveWay(tenant, part)));
        }
    }

    private void look(Beginning one) {
        if (quiet(one)) {
            now(one);
        }
    }

    private boolean quiet(Beginning one) {
        Instant last = intake.lastByteAt(one.upload()).orElse(one.noticedAt());
        Duration silence = Duration.between(last.isBefore(since) ? since : last, clock.instant());
        return silence.compareTo(links.online(one.agent()) ? SILENT : AWAY) >= 0;
    }

    /** One that fails must not keep the others waiting; it is tried again. */
    private static void guarded(Object what, Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException e) {
            LOG.error("the beginning {} could not be looked after", what, e);
        }
    }

    /** Nothing more of it is expected. */
    void now(Beginning one) {
        Optional<Left> left = last.endsAt(one.upload());
        boolean ended = work.as(one.tenant(), () -> {
            boolean first = beginnings.end(one.tenant(), one.upload());
            left.filter(some -> first).ifPresent(some -> record(one, some));
            return first; // else its end was reported meanwhile: the upload goes on behind the last whole fragment
        });
        left.filter(some -> ended).ifPresent(last::nothingFollows);
    }

    private void record(Beginning one, Left left) {
        Instant now = clock.instant();
        Recording kept =
                Recording.ofBeginning(one, left.scan(), left.plan().sha256().hex(), now);
        recordings.add(one.tenant(), kept);
        uploads.add(one.tenant(), new Upload(one.upload(), kept, Optional.empty(), now).begunWith(kept.bytes()));
        LOG.info(
                "no more came of recording {}: its first {} ms are kept as {}",
                one.recording(),
                left.scan().durationMs(),
                kept.id());
    }

    /**
     * The whole is there. It begins as this does, unless somebody lies: then this one stays, as a recording of its own. The bytes
     * go first: what is left after a stop in between is leaving, and is found again by its row.
     */
    private void giveWay(TenantId tenant, Recording part) {
        Recording whole = work.as(
                        tenant, () -> recordings.find(tenant, part.cutOf().orElseThrow()))
                .orElseThrow();
        if (!beginsAs(whole, part)) {
            LOG.warn("recording {} does not begin as {}, which came before it: both are kept", whole.id(), part.id());
            work.run(tenant, () -> recordings.lock(tenant, part.id()).ifPresent(Recording::standsByItself));
            return;
        }
        if (!work.as(tenant, () -> departures.mark(tenant, Departures.Key.of(part), LeavingWhy.WHOLE))) {
            return; // put on hold meanwhile
        }
        stores.at(tenant, part.provider()).delete(part.fileKey());
        work.run(tenant, () -> {
            boolean unused = departures.drop(tenant, part, Optional.of(LeavingWhy.WHOLE));
        });
        LOG.info("the beginning {} goes: the vault has the whole recording", part.id());
    }

    private boolean beginsAs(Recording whole, Recording part) {
        BlobStore store = stores.at(whole.tenant(), whole.provider());
        try (var in = new DigestInputStream(store.open(whole.fileKey(), 0, part.bytes()), Sha256.computing())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(in.getMessageDigest()).hex().equals(part.sha256());
        } catch (IOException e) {
            throw new BlobStoreFault("recording " + whole.id() + " cannot be read", e);
        }
    }
}
