package io.vedette.hub.livestream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vedette.hub.livestream.relay.Relay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The relay in figures, as of its last tick. */
@Singleton
public class LiveMetrics implements MeterBinder {
    private final Relay relay;

    @Inject
    LiveMetrics(RunningRelay running) {
        this.relay = running.relay();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("vedette.live.viewers", relay, one -> one.load().viewers())
                .description("Live views open on this node")
                .register(meters);
        Gauge.builder("vedette.live.held", relay, one -> one.load().bytes())
                .description("Pictures held in memory for live viewers")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }
}
