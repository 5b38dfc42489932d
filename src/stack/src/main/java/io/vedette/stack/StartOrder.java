package io.vedette.stack;

import io.vedette.stack.demo.Seed;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.edge.TestCameraProcess;
import io.vedette.stack.hub.HubServer;
import io.vedette.stack.keycloak.KeycloakServer;
import io.vedette.stack.postgres.PostgresServer;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.words.StackFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * What waits for what. Keycloak is unpacked and built beside PostgreSQL's first start; then Keycloak, hub and cameras start side by
 * side, as the hub needs Keycloak at the first login only; agents come last. The first failure, or the first child that ends, is enough
 * to give up.
 */
final class StartOrder {
    private final Servers servers;
    private final Edge edge;
    private final Starts starts;
    private final Seed seed;
    private final Children children;
    private final CompletableFuture<Object> failed = new CompletableFuture<>();

    StartOrder(Servers servers, Edge edge, Starts starts, Seed seed, Children children) {
        this.servers = servers;
        this.edge = edge;
        this.starts = starts;
        this.seed = seed;
        this.children = children;
    }

    /** Returns the agents that were started. */
    List<AgentPlan> run(boolean withEdge) {
        var unused = children.firstDeath()
                .thenAccept(child -> failed.completeExceptionally(new StackFailed(child.obituary())));
        var postgres = async(servers::preparePostgres);
        var keycloak = async(servers::prepareKeycloak);
        var database = async(() -> start(PostgresServer.NAME, () -> servers.start(postgres.join())));
        var identity = async(() -> {
            KeycloakServer prepared = keycloak.join();
            database.join();
            return start(
                    KeycloakServer.NAME,
                    () -> servers.start(prepared, postgres.join().keycloak()));
        });
        var hub = async(() -> {
            KeycloakServer prepared = keycloak.join();
            database.join();
            Child child = start(HubServer.NAME, () -> servers.startHub(postgres.join(), prepared));
            seed.tenants();
            return child;
        });
        var cameras = async(() -> withEdge ? startCameras(keycloak) : List.of());
        var agents = async(() -> {
            CompletableFuture.allOf(identity, hub, cameras).join();
            servers.awaitFrontPage(hub.join());
            return withEdge ? startAgents() : List.<AgentPlan>of();
        });
        try {
            CompletableFuture.anyOf(agents, failed).join();
            return agents.join();
        } catch (CompletionException e) {
            throw inWords(e);
        }
    }

    private List<Child> startCameras(CompletableFuture<KeycloakServer> keycloak) {
        keycloak.join(); // the clip of the first start would slow down the build, for which everybody waits
        List<Child> started = new ArrayList<>();
        for (TestCameraProcess camera : edge.cameras()) {
            started.add(start(camera.name(), () -> edge.start(camera)));
        }
        return started;
    }

    private List<AgentPlan> startAgents() {
        List<AgentPlan> plans = edge.plans(servers.hubAddress(), seed);
        for (AgentPlan plan : plans) {
            start(edge.agent(plan).name(), () -> edge.start(plan, seed));
        }
        return plans;
    }

    private Child start(String name, Supplier<Child> start) {
        return starts.start(name, start);
    }

    private <T> CompletableFuture<T> async(Supplier<T> work) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().name("stack-start").start(task));
        return result.whenComplete((done, fault) -> {
            if (fault != null) {
                failed.completeExceptionally(fault);
            }
        });
    }

    private static RuntimeException inWords(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackFailed known) {
                return known;
            }
        }
        return new StackFailed("The stack could not be started: " + fault, fault);
    }
}
