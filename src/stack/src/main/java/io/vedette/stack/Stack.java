package io.vedette.stack;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.stack.demo.Account;
import io.vedette.stack.demo.Seed;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.edge.AgentProcess;
import io.vedette.stack.edge.TestCameraProcess;
import io.vedette.stack.postgres.Database;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.LeftOvers;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.state.VarLock;
import io.vedette.stack.words.StackFailed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole system with embedded defaults: every program a process of its own, on 127.0.0.1 only. {@link #start(StackOptions)} returns
 * when all of it is ready, {@link #close()} when all of it is gone. Several stacks run side by side when each has its own folder. Safe
 * for several threads.
 */
public final class Stack implements AutoCloseable {
    private final VarLock lock;
    private final State state;
    private final Children children;
    private final Servers servers;
    private final Edge edge;
    private final Starts starts;
    private final Seed seed;
    private final boolean withEdge;
    private final List<AgentPlan> agents = new CopyOnWriteArrayList<>();
    private boolean closed;

    private Stack(StackOptions options, VarFolder var, VarLock lock) {
        this.lock = lock;
        this.state = State.in(var, options.firstPort());
        this.children = new Children(var);
        this.servers = new Servers(options, state, children);
        this.edge = new Edge(options, state, children);
        this.starts = new Starts(children);
        this.withEdge = options.edge();
        Path scripts = options.parts().root().resolve("db").resolve("demo");
        this.seed = new Seed(servers.databaseOwner(), scripts, state.ids(), state.people());
    }

    /** Throws {@link StackFailed} with a sentence for people; nothing is left running then. */
    public static Stack start(StackOptions options) {
        Stack stack = in(options);
        stack.startAll();
        return stack;
    }

    /** Takes the folder, ends what an earlier launcher left in it, and starts nothing yet. */
    static Stack in(StackOptions options) {
        options.parts().require(options.edge());
        VarFolder var = new VarFolder(options.var());
        VarLock lock = VarLock.take(var);
        try {
            List<String> ended = LeftOvers.end(var);
            if (!ended.isEmpty()) {
                options.progress()
                        .step("Before")
                        .say("ended what an earlier start had left: " + String.join(", ", ended));
            }
            Stack stack = new Stack(options, var, lock);
            StackJson.remove(stack);
            stack.state.ports().requireFree();
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts everything; on failure everything is stopped before this throws. */
    void startAll() {
        try {
            var order = new StartOrder(servers, edge, starts, seed, children);
            agents.addAll(order.run(withEdge));
            StackJson.write(this);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The hub's address, as people and agents know it. */
    public URI hub() {
        return servers.hubAddress();
    }

    public URI keycloak() {
        return servers.keycloakAddress();
    }

    /** The tables' owner: for tests that look behind the hub's back. Row security binds it too. */
    public Database databaseOwner() {
        return servers.databaseOwner();
    }

    public String databaseUrl() {
        return databaseOwner().url();
    }

    public List<Account> accounts() {
        return state.people().accounts();
    }

    /** {@code owner}, {@code guard} or {@code guest}. */
    public Account account(String name) {
        return state.people().named(name);
    }

    /** {@code acme} or {@code globex}. */
    public TenantId tenant(String slug) {
        return state.ids().tenant(slug);
    }

    /** {@link Seed#GATE} or {@link Seed#DOCK}. */
    public CameraId camera(String name) {
        return state.ids().camera(name);
    }

    /** The two test cameras, gate first; they run only in a stack with an edge. */
    public List<TestCameraProcess> testCameras() {
        return edge.cameras();
    }

    /** The agents that were started, also those of {@link #startAgent}. */
    public List<AgentPlan> agents() {
        return List.copyOf(agents);
    }

    /** Pairs one more agent with a fresh token and starts it; it may know the hub by an address of its own, say a fault proxy's. */
    public AgentProcess startAgent(AgentPlan plan) {
        AgentProcess agent = edge.agent(plan);
        starts.start(agent.name(), () -> edge.start(plan, seed));
        agents.add(plan);
        return agent;
    }

    /** A fresh token for this camera of acme, good for 15 minutes and one agent: for whoever pairs an agent without our help. */
    public PairingToken pairingToken(CameraId camera) {
        return seed.pairingToken(camera);
    }

    public AgentProcess agent(AgentPlan plan) {
        return edge.agent(plan);
    }

    public Path folder() {
        return state.var().root();
    }

    public Path secretsFile() {
        return state.var().file("secrets.properties");
    }

    public Path logs() {
        return state.var().logs();
    }

    /** Names of the children that run: {@code postgres keycloak hub camera-gate camera-dock agent-gate agent-loading-dock}. */
    public List<String> running() {
        return children.alive().stream().map(Child::name).toList();
    }

    public long pid(String name) {
        return children.get(name).pid();
    }

    /** SIGKILL, as a power cut would do; returns when the process is gone. */
    public void kill(String name) {
        children.get(name).kill();
    }

    /** Ends the child in order; returns when it is gone. */
    public void stop(String name) {
        children.get(name).stop();
    }

    /** Ends the child if it runs, starts it again and returns when it is ready. */
    public void restart(String name) {
        starts.again(name);
    }

    /** Completes with words when a child ends without our will. */
    CompletableFuture<String> firstDeath() {
        return children.firstDeath().thenApply(Child::obituary);
    }

    /** Ends everything, latest first. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        StackJson.remove(this);
        children.stopAll();
        lock.close();
    }
}
