package io.vedette.agent.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.LinkCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code agent.json} and back. People edit this file, so its keys carry their units and its faults are said in words. */
final class ConfigDocument {
    private static final long LEAST_SPOOL = 50_000_000;
    private static final long MOST_SPOOL = 100_000_000_000_000L;
    private static final long MOST_PRE_ROLL = 15;
    private static final long MOST_POST_ROLL = 120;

    private ConfigDocument() {}

    static String write(AgentConfig config) {
        ObjectNode root = LinkCodec.json().createObjectNode();
        root.put("hub", config.hub().toString());
        root.put("tenant", config.tenant().toString());
        root.put("agent", config.agent().toString());
        root.put("pairedWith", config.pairedWith());
        ObjectNode camera = root.putObject("camera");
        camera.put("id", config.camera().toString());
        camera.put("name", config.cameraName());
        camera.put("main", config.access().main().toString());
        URI sub = config.access().sub();
        if (sub != null) {
            camera.put("sub", sub.toString());
        }
        camera.put("user", config.access().user());
        camera.put("password", config.access().password().reveal());
        root.put("delivery", DeliveryWord.of(config.delivery()));
        root.put("spoolBytes", config.keep().spoolBytes());
        root.put("preRollSeconds", config.keep().preRoll().toSeconds());
        root.put("postRollSeconds", config.keep().postRoll().toSeconds());
        return root.toPrettyString() + "\n";
    }

    static Reading read(String text) {
        JsonNode root;
        try {
            root = LinkCodec.json().readTree(text);
        } catch (JsonProcessingException e) {
            // without the parser's own words: they quote the file, and the file holds a password
            return new Reading.Faulty(List.of("agent.json is no JSON: look at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "."));
        }
        if (!root.isObject()) {
            return new Reading.Faulty(List.of("agent.json must hold one object in braces."));
        }
        return read(new Fields(root));
    }

    private static Reading read(Fields in) {
        @Nullable HubAddress hub = in.text("hub", HubAddress::of);
        @Nullable TenantId tenant = in.text("tenant", id(TenantId::of));
        @Nullable AgentId agent = in.text("agent", id(AgentId::of));
        @Nullable CameraId camera = in.text("camera.id", id(CameraId::of));
        @Nullable String name = in.text("camera.name", Function.identity());
        @Nullable URI main = in.text("camera.main", CameraAccess::stream);
        @Nullable URI sub = in.optionalText("camera.sub", CameraAccess::stream);
        @Nullable String user = in.text("camera.user", Function.identity());
        @Nullable Secret password = in.text("camera.password", Secret::new);
        @Nullable Delivery delivery = in.text("delivery", DeliveryWord::parse);
        @Nullable String pairedWith = in.optionalText("pairedWith", Function.identity());
        Keep keep = new Keep(
                in.number("spoolBytes", LEAST_SPOOL, MOST_SPOOL, Keep.USUAL.spoolBytes()),
                Duration.ofSeconds(in.number(
                        "preRollSeconds", 0, MOST_PRE_ROLL, Keep.USUAL.preRoll().toSeconds())),
                Duration.ofSeconds(in.number(
                        "postRollSeconds",
                        1,
                        MOST_POST_ROLL,
                        Keep.USUAL.postRoll().toSeconds())));
        // a missing value is a fault as well; both are asked, for the compiler's proof
        if (!in.faults().isEmpty()
                || hub == null
                || tenant == null
                || agent == null
                || camera == null
                || name == null
                || main == null
                || user == null
                || password == null
                || delivery == null) {
            return new Reading.Faulty(in.faults());
        }
        CameraAccess access = new CameraAccess(main, sub, user, password);
        return new Reading.Ready(new AgentConfig(
                hub, tenant, agent, camera, name, access, delivery, keep, pairedWith == null ? "" : pairedWith));
    }

    private static <T> Function<String, T> id(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("is no id; leave it as the pairing wrote it.", e);
            }
        };
    }
}
