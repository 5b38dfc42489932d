package io.vedette.hub.recordings.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.vedette.hub.recordings.entity.UploadPhase;
import io.vedette.hub.recordings.entity.UploadState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How uploads end, and how much was stored. Each outcome is there from the start: a counter that appears late hides its first step. */
@Singleton
public class UploadCount {
    private final Map<UploadPhase, Counter> settled = new EnumMap<>(UploadPhase.class);
    private final Counter bytes;

    @Inject
    public UploadCount(MeterRegistry meters) {
        Arrays.stream(UploadPhase.values())
                .filter(phase -> !phase.underWay())
                .forEach(phase -> settled.put(
                        phase,
                        Counter.builder("vedette.uploads.settled")
                                .description("Uploads that came to an end, by how")
                                .tag("outcome", phase.name().toLowerCase(Locale.ROOT))
                                .register(meters)));
        bytes = Counter.builder("vedette.recordings.stored")
                .description("Recordings taken into the vault")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }

    void told(UploadProgress progress) {
        Counter end = settled.get(progress.state().phase());
        if (end != null) {
            end.increment();
        }
        if (progress.state() instanceof UploadState.Stored) {
            bytes.increment(progress.bytes());
        }
    }
}
