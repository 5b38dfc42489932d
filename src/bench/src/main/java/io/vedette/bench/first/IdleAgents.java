package io.vedette.bench.first;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.link.HubLink;
import io.vedette.agent.link.Identity;
import io.vedette.agent.link.LinkState;
import io.vedette.agent.link.Pairing;
import io.vedette.agent.link.Vitals;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HubAddress;
import io.vedette.bench.Figure;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.stack.Stack;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** P12, agents: what 100 connected agents that have nothing to say cost the hub. The agents' own link code, in this process. */
final class IdleAgents {
    private static final int AGENTS = 100;
    private static final double LIMIT_PERCENT = 2;
    private static final Duration SETTLE = Duration.ofSeconds(45);
    private static final Duration WATCH = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SPOOL_BYTES = 1L << 30;

    private IdleAgents() {}

    private record Connected(Spool spool, HubLink link) {}

    static void measure(Stack stack, BigTenant tenant, Path folder, Consumer<Figure> out) {
        pause(SETTLE);
        double alone = percentOfACore(stack);
        List<Connected> agents = new ArrayList<>();
        try {
            for (CameraId camera : tenant.cameras().subList(0, AGENTS)) {
                agents.add(connect(stack, camera, folder.resolve(camera.toString())));
            }
            awaitOnline(agents);
            pause(SETTLE);
            double with = percentOfACore(stack);
            if (online(agents) < AGENTS) {
                throw new StackFailed("Only " + online(agents) + " of the agents stayed connected.");
            }
            String words = String.format(
                    Locale.ROOT,
                    "%d agents %.2f %% of one core, limit %.0f %%; the hub without them %.2f %%",
                    AGENTS,
                    with - alone,
                    LIMIT_PERCENT,
                    alone);
            out.accept(Figure.within("P12.idle-agents", with - alone, LIMIT_PERCENT, words));
        } finally {
            agents.forEach(agent -> {
                agent.link().close();
                agent.spool().close();
            });
        }
    }

    private static Connected connect(Stack stack, CameraId camera, Path home) {
        try {
            Spool spool = Spool.open(home, Clock.systemUTC(), SPOOL_BYTES);
            Path file = home.resolve("key.pem");
            AgentKey key = AgentKey.in(file);
            HubAddress hub = HubAddress.of(stack.hub().toString());
            PairingAnswer paired = switch (new Pairing(hub, "bench", "bench").ask(stack.pairingToken(camera), key)) {
                case Pairing.Outcome.Paired<PairingAnswer> yes -> yes.answer();
                case Pairing.Outcome.Refused no -> throw new StackFailed(no.words());
                case Pairing.Outcome.NotReached no -> throw new StackFailed(no.words());
            };
            Identity identity = new Identity(
                    hub,
                    paired.tenant(),
                    paired.agent(),
                    KeyRing.kept(file),
                    paired.hubKey(),
                    new FromAgent.Life("bench", 1),
                    "bench");
            HubLink.Parts parts = new HubLink.Parts(
                    identity,
                    spool.outbox(),
                    () -> new Vitals(CameraState.STREAMING, 0, 50, Duration.ZERO, null),
                    Clock.systemUTC(),
                    new SecureRandom());
            return new Connected(spool, HubLink.open(parts, order -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException("an agent's home cannot be made", e);
        }
    }

    private static void awaitOnline(List<Connected> agents) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (online(agents) < agents.size()) {
            if (System.nanoTime() - end > 0) {
                throw new StackFailed("Only " + online(agents) + " agents came online.");
            }
            pause(Duration.ofMillis(100));
        }
    }

    private static long online(List<Connected> agents) {
        return agents.stream()
                .filter(agent -> agent.link().state() instanceof LinkState.Online)
                .count();
    }

    private static double percentOfACore(Stack stack) {
        ProcessHandle hub = ProcessHandle.of(stack.pid("hub")).orElseThrow();
        Duration before = cpu(hub);
        long begin = System.nanoTime();
        pause(WATCH);
        return 100.0 * cpu(hub).minus(before).toNanos() / (System.nanoTime() - begin);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            left = end - System.nanoTime();
        }
    }
}
