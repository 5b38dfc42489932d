package io.vedette.hub.agents;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The agents in figures. */
@Singleton
public class AgentMetrics implements MeterBinder {
    private final AgentLinks links;

    @Inject
    AgentMetrics(AgentLinks links) {
        this.links = links;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("vedette.agents.connected", links, AgentLinks::count)
                .description("Agents whose connection to this node is open and welcomed")
                .register(meters);
    }
}
