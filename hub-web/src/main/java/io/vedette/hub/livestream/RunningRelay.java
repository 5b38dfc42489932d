package io.vedette.hub.livestream;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentNews;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.Relay;
import io.vedette.hub.platform.stop.HubStops;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay of this node, kept going. Its one timer thread is its own and not the container's: a lease that is not extended
 * because some job holds the last thread of a shared pool would end everybody's pictures, nothing on it needs a request's
 * context, and the relay must be over before the links it speaks through are.
 */
@Singleton
public class RunningRelay {
    private static final Logger LOG = LoggerFactory.getLogger(RunningRelay.class);
    private static final long TICK_MILLIS = 250;
    private static final int MOST_VIEWERS = 2_000;
    /** Of the heap, for rings and for what is under way to viewers. */
    private static final int SHARE = 4;

    private final Relay relay;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-timer").factory());

    @Inject
    RunningRelay(AgentLinks links, Tickets tickets, AgentNews news, TenantWork work) {
        var limits = new Relay.Limits(MOST_VIEWERS, Runtime.getRuntime().maxMemory() / SHARE);
        relay = new Relay(new LinkedAgents(links, tickets), System::nanoTime, new SecureRandom()::nextDouble, limits);
        news.onOnline(relay::online);
        news.onOffline(relay::offline);
        news.onRevoked(relay::revoked);
        news.onMessage(this::said);
        news.onEvent((agent, event, at, offset) -> happened(work, agent, event.body()));
        var unused = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public Relay relay() {
        return relay;
    }

    /** Runs something short once. */
    public void later(Duration delay, Runnable what) {
        var unused = timer.schedule(guarded(what), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void said(AgentRef agent, FromAgent message) {
        if (message instanceof FromAgent.LiveState state) {
            relay.said(agent, state);
        }
    }

    private void happened(TenantWork work, AgentRef agent, EventBody body) {
        switch (body) {
            case EventBody.CameraLost lost -> work.afterCommit(() -> relay.camera(agent, true));
            case EventBody.CameraBack back -> work.afterCommit(() -> relay.camera(agent, false));
            case EventBody.RecordingClosed closed -> LOG.trace("not about live pictures");
            case EventBody.RecordingGone gone -> LOG.trace("not about live pictures");
            case EventBody.RecordingKept kept -> LOG.trace("not about live pictures");
        }
    }

    private void tick() {
        guarded(relay::tick).run();
    }

    /** A timer that meets an exception never fires again: it is logged here instead. */
    private static Runnable guarded(Runnable what) {
        return () -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.error("a live timer's work failed", e);
            }
        };
    }

    void stops(@Observes HubStops now) {
        relay.shutDown();
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        relay.shutDown();
    }
}
