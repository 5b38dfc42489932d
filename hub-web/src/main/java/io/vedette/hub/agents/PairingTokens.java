package io.vedette.hub.agents;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Making the one-time secret with which an agent joins. */
@Singleton
public class PairingTokens {
    static final Duration LIFE = Duration.ofMinutes(15);

    private final TenantWork work;
    private final Cameras cameras;
    private final Sites sites;
    private final Agents agents;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A token in clear, for the one page that shows it. */
    public record MadeToken(PairingToken token, Instant expiresAt) {}

    @Inject
    public PairingTokens(TenantWork work, Cameras cameras, Sites sites, Agents agents, Clock clock) {
        this.work = work;
        this.cameras = cameras;
        this.sites = sites;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * What a token may do beyond the usual.
     *
     * @param swap the camera has an agent, and it goes when the new one comes
     * @param confirm the new agent waits until somebody has compared the words
     */
    public record Terms(boolean swap, boolean confirm) {
        public static final Terms USUAL = new Terms(false, false);
    }

    /** A token for a camera that has no agent yet, or, to swap it, for one that has. */
    public MadeToken make(Viewer viewer, CameraId camera, Terms terms) {
        viewer.must(Permission.PAIR);
        cameras.get(viewer, camera);
        if (agents.ofCamera(viewer.tenant(), camera).isPresent() != terms.swap()) {
            throw new Refusal(Problem.CONFLICT);
        }
        work.note(Deed.ofCamera(DeedKind.PAIRING_TOKEN_MADE, camera.value()));
        return make(viewer, new PairingPlace.Before(camera), terms);
    }

    /** A token for the edge vault of a site, of owners alone; otherwise as for a camera. */
    public MadeToken make(Viewer viewer, SiteId id, Name name, Terms terms) {
        Site site = sites.get(viewer, id);
        viewer.must(Permission.OWN);
        if (agents.ofSite(viewer.tenant(), id).isPresent() != terms.swap()) {
            throw new Refusal(Problem.CONFLICT);
        }
        work.note(Deed.of(DeedKind.PAIRING_TOKEN_MADE, "site", id, site.name()));
        return make(viewer, new PairingPlace.VaultOf(id, name.value()), terms);
    }

    private MadeToken make(Viewer viewer, PairingPlace place, Terms terms) {
        PairingToken token = PairingToken.fresh(viewer.tenant(), random);
        Instant now = clock.instant();
        var row = new PairingTokenRow(
                Uuids.fresh(), place, hash(token), terms, viewer.subject().value(), now, now.plus(LIFE));
        work.entities(viewer.tenant()).persist(row);
        return new MadeToken(token, row.expiresAt());
    }

    static byte[] hash(PairingToken token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.secret());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
