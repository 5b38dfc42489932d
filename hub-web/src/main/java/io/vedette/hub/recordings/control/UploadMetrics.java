package io.vedette.hub.recordings.control;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vedette.hub.recordings.entity.UploadPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Uploads under way in figures, as the upkeep saw them within the last minute: a reader of figures costs no query. */
@Singleton
public class UploadMetrics implements MeterBinder {
    private final UploadUpkeep upkeep;

    @Inject
    UploadMetrics(UploadUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (UploadPhase phase : UploadPhase.values()) {
            if (phase.underWay()) {
                Gauge.builder("vedette.uploads.open", upkeep, one -> one.underWay(phase))
                        .description("Uploads under way, as of the last minute")
                        .tag("state", phase.name().toLowerCase(Locale.ROOT))
                        .register(meters);
            }
        }
    }
}
