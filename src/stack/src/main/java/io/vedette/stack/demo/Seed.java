package io.vedette.stack.demo;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.stack.postgres.Database;
import io.vedette.stack.words.StackFailed;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;

/** Puts the demo's tenants, places and pairing tokens into the hub's tables, over the owner's connection. */
public final class Seed {
    public static final String GATE = "gate";
    public static final String DOCK = "loading-dock";

    private final Database owner;
    private final Path scripts;
    private final DemoIds ids;
    private final People people;

    /** @param scripts the folder {@code db/demo} */
    public Seed(Database owner, Path scripts, DemoIds ids, People people) {
        this.owner = owner;
        this.scripts = scripts;
        this.ids = ids;
        this.people = people;
    }

    /** Idempotent. The hub has made its tables before. */
    public void tenants() {
        String guest = subject("guest");
        run(
                "acme.sql",
                Map.ofEntries(
                        Map.entry("tenant", tenant()),
                        Map.entry("owner", subject("owner")),
                        Map.entry("guard", subject("guard")),
                        Map.entry("guest", guest),
                        Map.entry("site", site()),
                        Map.entry("zone", ZoneId.systemDefault().getId()),
                        Map.entry("outside", ids.other("group.outside").toString()),
                        Map.entry("goods", ids.other("group.goods-in").toString()),
                        Map.entry("gate", ids.camera(GATE).toString()),
                        Map.entry("dock", ids.camera(DOCK).toString())));
        run("globex.sql", Map.of("tenant", ids.tenant("globex").toString(), "guest", guest));
    }

    /** One more camera of acme. Idempotent. */
    public CameraId camera(String key, String name) {
        CameraId camera = ids.camera(key);
        run("camera.sql", Map.of("tenant", tenant(), "camera", camera.toString(), "site", site(), "name", name));
        return camera;
    }

    /** A fresh token for this camera of acme, good for 15 minutes and one agent. */
    public PairingToken pairingToken(CameraId camera) {
        PairingToken token = PairingToken.fresh(ids.tenant("acme"), new SecureRandom());
        run(
                "pairing-token.sql",
                Map.of(
                        "tenant", tenant(),
                        "id", DemoIds.fresh().toString(),
                        "camera", camera.toString(),
                        "hash", HexFormat.of().formatHex(sha256(token.secret())),
                        "owner", subject("owner")));
        return token;
    }

    private void run(String script, Map<String, String> values) {
        try (Connection connection = owner.connect()) {
            Script.in(scripts.resolve(script)).run(connection, values);
        } catch (SQLException e) {
            throw new StackFailed("The demo's data (" + script + ") was refused: " + e.getMessage(), e);
        }
    }

    private String tenant() {
        return ids.tenant("acme").toString();
    }

    private String site() {
        return ids.other("site.yard").toString();
    }

    private String subject(String name) {
        return people.named(name).subject().toString();
    }

    private static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
