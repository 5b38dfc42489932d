package io.vedette.agent.scripted;

import com.sun.net.httpserver.HttpExchange;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;

/** The hub's HTTP: pairing, tus, thumbnails. Keeps whatever bytes of a cut PATCH arrived, as the contract says. */
final class ScriptedIntake {
    /** One upload the hub waits for. */
    static final class Expected {
        /** Negative while the recording grows. */
        volatile long length;

        final int chunk;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<Long> offsets = new CopyOnWriteArrayList<>();
        volatile String ticket;
        volatile int answersWith;
        final AtomicInteger asked = new AtomicInteger();
        volatile boolean cancelled;
        /** After a PATCH from this offset so many bytes are left of it. */
        volatile LongUnaryOperator keeps;
        /** Says how much it has, and loses it. */
        volatile boolean forgets;

        Expected(long length, int chunk, String ticket) {
            this.length = length;
            this.chunk = chunk;
            this.ticket = ticket;
        }

        synchronized byte[] content() {
            return bytes.toByteArray();
        }

        synchronized int size() {
            return bytes.size();
        }

        synchronized void cutTo(long most) {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            bytes.write(all, 0, (int) Math.min(all.length, most));
        }

        synchronized void add(byte[] piece, int n) {
            bytes.write(piece, 0, n);
        }
    }

    final Map<String, Expected> uploads = new ConcurrentHashMap<>();
    final Map<String, byte[]> thumbnails = new ConcurrentHashMap<>();
    final Map<String, PairingAnswer> tokens = new ConcurrentHashMap<>();
    final Map<String, VaultPairingAnswer> vaultTokens = new ConcurrentHashMap<>();
    final Map<String, String> boundKeys = new ConcurrentHashMap<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final List<String> patched = new CopyOnWriteArrayList<>();
    volatile Semaphore pace;
    volatile ScriptedKey key;
    volatile int pairingStatus;

    final ScriptedParts parts;

    ScriptedIntake(ScriptedKey key) throws IOException {
        this.key = key;
        this.parts = new ScriptedParts();
    }

    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "POST" -> pair(exchange, path);
                case "HEAD" -> head(exchange, path);
                case "PATCH" -> patch(exchange, path);
                case "PUT" -> put(exchange, path);
                default -> answer(exchange, 405, "");
            }
        }
    }

    private void pair(HttpExchange exchange, String path) throws IOException {
        int below = path.indexOf("/parts");
        if (below > 0) {
            Expected upload = uploads.get(path.substring(0, below));
            if (("Vedette " + upload.ticket).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                parts.hub(exchange, path.substring(below + "/parts".length()), upload.length);
            } else {
                answer(exchange, 403, "");
            }
            return;
        }
        boolean vault = path.equals(VaultPairingAnswer.PATH);
        if (!(vault || path.equals(PairingRequest.PATH)) || pairingStatus != 0) {
            answer(exchange, pairingStatus == 0 ? 404 : pairingStatus, "");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        PairingRequest request = LinkCodec.json().readValue(body, PairingRequest.class);
        String token = request.token().reveal();
        PairingAnswer paired = tokens.get(token);
        VaultPairingAnswer pairedVault = vaultTokens.get(token);
        boolean proven = ScriptedSockets.verifies(
                request.publicKey(), Proof.pairing(token, request.publicKey()), request.proof());
        if ((vault ? pairedVault == null : paired == null)
                || !proven
                || !request.publicKey().equals(bound(token, request))) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            answer(exchange, 403, "{\"title\":\"Refused\",\"detail\":\"This token does not open anything.\"}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, 200, LinkCodec.write(vault ? proved(pairedVault, request) : proved(paired, request)));
    }

    private VaultPairingAnswer proved(VaultPairingAnswer paired, PairingRequest request) {
        byte[] claim = Proof.vaultPaired(paired.tenant(), paired.vault(), paired.site(), request.publicKey());
        return new VaultPairingAnswer(
                paired.tenant(),
                paired.vault(),
                paired.site(),
                paired.siteName(),
                paired.name(),
                paired.hubKey(),
                key.sign(claim));
    }

    private PairingAnswer proved(PairingAnswer paired, PairingRequest request) {
        byte[] claim = Proof.paired(paired.tenant(), paired.agent(), paired.camera(), request.publicKey());
        return new PairingAnswer(
                paired.tenant(),
                paired.agent(),
                paired.camera(),
                paired.cameraName(),
                paired.hubKey(),
                key.sign(claim));
    }

    private String bound(String token, PairingRequest request) {
        boundKeys.putIfAbsent(token, request.publicKey());
        return boundKeys.get(token);
    }

    private Expected admitted(HttpExchange exchange, String path) throws IOException {
        Expected upload = uploads.get(path);
        if (!"1.0.0".equals(exchange.getRequestHeaders().getFirst("Tus-Resumable"))) {
            complaints.add("no Tus-Resumable");
        }
        if (upload == null || upload.cancelled) {
            answer(exchange, 410, "");
            return null;
        }
        if (!("Vedette " + upload.ticket).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 403, "");
            return null;
        }
        if (upload.answersWith != 0) {
            upload.asked.incrementAndGet();
            if (upload.answersWith == 503 || upload.answersWith == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            answer(exchange, upload.answersWith, "");
            return null;
        }
        return upload;
    }

    private void head(HttpExchange exchange, String path) throws IOException {
        Expected upload = admitted(exchange, path);
        if (upload != null) {
            exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(upload.size()));
            if (upload.length < 0) {
                exchange.getResponseHeaders().set("Upload-Defer-Length", "1");
            } else {
                exchange.getResponseHeaders().set("Upload-Length", Long.toString(upload.length));
            }
            answer(exchange, 204, "");
        }
    }

    private void patch(HttpExchange exchange, String path) throws IOException {
        Expected upload = admitted(exchange, path);
        if (upload == null) {
            return;
        }
        patched.add(path);
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        long offset = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
        if (!"application/offset+octet-stream"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                || length > upload.chunk
                || (upload.length >= 0 && offset + length > upload.length)) {
            complaints.add("a PATCH of " + length + " bytes at " + offset);
        }
        if (offset != upload.size()) {
            answer(exchange, 409, "");
            return;
        }
        receive(exchange.getRequestBody(), upload);
        LongUnaryOperator keeps = upload.keeps;
        if (keeps != null) {
            upload.cutTo(keeps.applyAsLong(offset));
        }
        upload.offsets.add((long) upload.size());
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(upload.size()));
        if (upload.forgets) {
            upload.cutTo(0);
        }
        answer(exchange, 204, "");
    }

    private void receive(InputStream body, Expected upload) throws IOException {
        byte[] piece = new byte[4096];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            upload.add(piece, n);
            Semaphore slow = pace;
            if (slow != null) {
                slow.acquireUninterruptibly();
            }
        }
    }

    private void put(HttpExchange exchange, String path) throws IOException {
        if (!"image/jpeg".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                || !"Vedette picture".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 403, "");
            return;
        }
        thumbnails.put(path, exchange.getRequestBody().readAllBytes());
        answer(exchange, 204, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
