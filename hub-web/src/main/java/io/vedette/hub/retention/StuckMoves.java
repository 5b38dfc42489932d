package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.Moves.Stuck;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the page of retention shows of places to move to, and of recordings that do not get there. Within a tenant's work. */
@Singleton
public class StuckMoves {
    /**
     * Recordings that something keeps from moving.
     *
     * @param to what the place is called where they should go
     * @param said the latest of it
     */
    public record StuckLine(String to, long recordings, String blames, String said, Moment again) {}

    /** Somewhere to move to. */
    public record PlaceLine(String value, String name) {}

    private final StorageProviders providers;
    private final Moves moves;
    private final Clock clock;

    @Inject
    public StuckMoves(StorageProviders providers, Moves moves, Clock clock) {
        this.providers = providers;
        this.moves = moves;
        this.clock = clock;
    }

    /** Empty for one that is gone. */
    String name(TenantId tenant, StorageProviderId place) {
        return providers.find(tenant, place).map(StorageProvider::name).orElse("");
    }

    List<PlaceLine> places(TenantId tenant) {
        return providers.all(tenant).stream()
                .map(one -> new PlaceLine(one.id().toString(), one.name()))
                .toList();
    }

    /** One for each place and whoever can mend it, with what the latest said. */
    List<StuckLine> lines(TenantId tenant, Locale language) {
        return moves.stuck(tenant).stream()
                .flatMap(
                        some -> moves.latest(tenant, some).map(latest -> line(tenant, some, latest, language)).stream())
                .toList();
    }

    private StuckLine line(TenantId tenant, Stuck some, RecordingMove latest, Locale language) {
        return new StuckLine(
                name(tenant, latest.target()),
                some.recordings(),
                some.blames().name(),
                latest.said().orElse(""),
                Moment.of(latest.againAt(), ZoneOffset.UTC, clock.instant(), language));
    }
}
