package io.vedette.vault.azure;

import com.azure.storage.blob.BlobContainerClient;
import io.vedette.contracts.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server of Blob Storage (Azurite, a process of its own) that checks signatures, with as many containers as asked for. */
final class ContainerServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile(".*successfully listens on (http://\\S+)");
    private static final String ACCOUNT = "owneraccount";
    private static final Secret KEY = key("owner's key of the test, long enough");

    private final AtomicInteger containers = new AtomicInteger();
    private final Process process;
    private final Thread atExit;
    private final URI address;

    /** In memory. */
    static ContainerServer start() {
        return start(List.of("--inMemoryPersistence"));
    }

    /** Keeps what it is given in a folder. */
    static ContainerServer in(Path folder) {
        return start(List.of("--location", folder.toString()));
    }

    private static ContainerServer start(List<String> keeping) {
        try {
            return new ContainerServer(Azurite.fetched(), keeping);
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Azurite does not start", e);
        }
    }

    private ContainerServer(Path main, List<String> keeping)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        // --skipApiVersionCheck: addresses are signed in the SDK's newest version, which Azurite learns of later
        List<String> command = new ArrayList<>(List.of(
                "node",
                main.toString(),
                "--silent",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                "0"));
        command.addAll(keeping);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + KEY.reveal());
        process = builder.start();
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        var listening = new CompletableFuture<URI>();
        Thread.ofPlatform().daemon().name("azurite-output").start(() -> read(process, listening));
        try {
            address = listening.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            close();
            throw e;
        }
    }

    private static void read(Process process, CompletableFuture<URI> listening) {
        var last = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = LISTENING.matcher(line);
                if (found.matches()) {
                    listening.complete(URI.create(found.group(1)));
                }
                if (!listening.isDone()) {
                    last.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            last.append(e.getMessage());
        }
        listening.completeExceptionally(new IllegalStateException("Azurite ended: " + last));
    }

    static Secret key(String text) {
        return new Secret(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    AzureSettings settings(String container, String prefix) {
        return new AzureSettings(Optional.of(URI.create(address + "/" + ACCOUNT)), ACCOUNT, KEY, container, prefix);
    }

    Connection connection(String container) {
        return new Connection(settings(container, ""), Limits.USUAL, address -> true);
    }

    /** Makes one. */
    String container() {
        String name = "container-" + containers.incrementAndGet();
        try (Connection azure = connection(name)) {
            BlobContainerClient client = azure.container();
            client.create();
        }
        return name;
    }

    @Override
    public void close() throws InterruptedException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
