package io.vedette.agent.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.wire.HookAddress;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Signatures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code agent.json} and back. People edit this file, so its keys carry their units and its faults are said in words. */
final class ConfigDocument {
    private ConfigDocument() {}

    static String write(AgentConfig config) {
        ObjectNode root = LinkCodec.json().createObjectNode();
        put(root, AgentSetting.HUB, config.hub());
        put(root, AgentSetting.TENANT, config.tenant());
        put(root, AgentSetting.AGENT, config.agent());
        put(root, AgentSetting.PAIRED_WITH, config.pairedWith());
        put(root, AgentSetting.HUB_KEY, config.hubKey());
        put(root, AgentSetting.CAMERA, config.camera());
        put(root, AgentSetting.CAMERA_NAME, config.cameraName());
        put(root, AgentSetting.MAIN, config.access().main());
        StreamAddress sub = config.access().sub();
        if (sub != null) {
            put(root, AgentSetting.SUB, sub);
        }
        put(root, AgentSetting.USER, config.access().user());
        put(root, AgentSetting.PASSWORD, config.access().password().reveal());
        put(root, AgentSetting.TRANSPORT, config.access().transport().word());
        Path trust = config.access().trust();
        if (trust != null) {
            put(root, AgentSetting.TRUST, trust);
        }
        put(root, AgentSetting.DELIVERY, DeliveryWord.of(config.delivery()));
        putRules(root, config.recording());
        putSending(root, config.sending());
        root.put(AgentSetting.SPOOL_BYTES.key(), config.keep().spoolBytes());
        root.put(AgentSetting.KEEP_DAYS.key(), config.keep().age().toDays());
        root.put(AgentSetting.KEEP_FREE_BYTES.key(), config.keep().freeBytes());
        root.put(AgentSetting.PRE_ROLL.key(), config.keep().preRoll().toSeconds());
        root.put(AgentSetting.POST_ROLL.key(), config.keep().postRoll().toSeconds());
        put(root, AgentSetting.MOTION_MODE, config.motion().mode().word());
        MotionDocument.write(config.motion().areas(), root.withObjectProperty("motion"));
        return root.toPrettyString() + "\n";
    }

    private static void putRules(ObjectNode root, RecordingRules rules) {
        put(root, AgentSetting.RECORD, rules.mode().word());
        root.withObjectProperty("recording")
                .put("longestSeconds", rules.longest().toSeconds());
        if (!rules.timetable().hours().isEmpty()) {
            put(root, AgentSetting.HOURS, rules.timetable().text());
            put(root, AgentSetting.ZONE, rules.timetable().zone());
        }
        RecordingRules.Condition condition = rules.condition();
        if (condition != null) {
            put(root, AgentSetting.CONDITION, condition.url());
            put(root, AgentSetting.OTHERWISE, condition.otherwise() ? "record" : "skip");
        }
    }

    private static void putSending(ObjectNode root, SendingRules rules) {
        root.withObjectProperty("upload")
                .put("kbitPerSecond", rules.kbitPerSecond())
                .put("watchedKbitPerSecond", rules.watchedKbitPerSecond());
        SecondaryRules secondary = rules.secondary();
        if (secondary != null) {
            put(root, AgentSetting.SECONDARY_FOLDER, secondary.folder());
            root.withObjectProperty("secondary")
                    .put("afterMinutes", secondary.after().toMinutes());
            put(root, AgentSetting.SECONDARY_COPIES, secondary.everything() ? "everything" : "undelivered");
        }
    }

    private static @Nullable SecondaryRules secondary(Fields in) {
        @Nullable Path folder = text(in, AgentSetting.SECONDARY_FOLDER, SecondaryRules::folder);
        @Nullable Boolean everything = text(in, AgentSetting.SECONDARY_COPIES, SecondaryRules::everything);
        Duration after = Duration.ofMinutes(number(in, AgentSetting.SECONDARY_AFTER));
        return folder == null ? null : new SecondaryRules(folder, after, everything != null && everything);
    }

    private static SendingRules sending(Fields in) {
        return new SendingRules(
                number(in, AgentSetting.UPLOAD_RATE), number(in, AgentSetting.UPLOAD_RATE_WATCHED), secondary(in));
    }

    private static RecordingRules rules(Fields in) {
        @Nullable RecordMode mode = text(in, AgentSetting.RECORD, RecordMode::parse);
        @Nullable List<WeekHours> hours = text(in, AgentSetting.HOURS, Timetable::parse);
        @Nullable ZoneId zone = text(in, AgentSetting.ZONE, Timetable::zone);
        @Nullable HookAddress condition = text(in, AgentSetting.CONDITION, HookAddress::of);
        @Nullable Boolean otherwise = text(in, AgentSetting.OTHERWISE, RecordingRules::otherwise);
        return new RecordingRules(
                mode == null ? RecordingRules.USUAL.mode() : mode,
                Duration.ofSeconds(number(in, AgentSetting.LONGEST)),
                new Timetable(zone == null ? Timetable.ALWAYS.zone() : zone, hours == null ? List.of() : hours),
                condition == null ? null : new RecordingRules.Condition(condition, otherwise == null || otherwise));
    }

    static void put(ObjectNode root, Setting setting, Object value) {
        int dot = setting.key().indexOf('.');
        ObjectNode object =
                dot < 0 ? root : root.withObjectProperty(setting.key().substring(0, dot));
        object.put(setting.key().substring(dot + 1), value.toString());
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
        @Nullable HubAddress hub = text(in, AgentSetting.HUB, HubAddress::of);
        @Nullable TenantId tenant = text(in, AgentSetting.TENANT, id(TenantId::of));
        @Nullable AgentId agent = text(in, AgentSetting.AGENT, id(AgentId::of));
        @Nullable String hubKey = text(in, AgentSetting.HUB_KEY, ConfigDocument::key);
        @Nullable CameraId camera = text(in, AgentSetting.CAMERA, id(CameraId::of));
        @Nullable String name = text(in, AgentSetting.CAMERA_NAME, Function.identity());
        @Nullable StreamAddress main = text(in, AgentSetting.MAIN, StreamAddress::of);
        @Nullable StreamAddress sub = text(in, AgentSetting.SUB, StreamAddress::of);
        @Nullable String user = text(in, AgentSetting.USER, Function.identity());
        @Nullable Secret password = text(in, AgentSetting.PASSWORD, Secret::new);
        @Nullable Transport transport = text(in, AgentSetting.TRANSPORT, Transport::parse);
        @Nullable Path trust = text(in, AgentSetting.TRUST, CameraAccess::certificates);
        @Nullable Delivery delivery = text(in, AgentSetting.DELIVERY, DeliveryWord::parse);
        @Nullable String pairedWith = text(in, AgentSetting.PAIRED_WITH, Function.identity());
        Keep keep = new Keep(
                number(in, AgentSetting.SPOOL_BYTES),
                Duration.ofDays(number(in, AgentSetting.KEEP_DAYS)),
                number(in, AgentSetting.KEEP_FREE_BYTES),
                Duration.ofSeconds(number(in, AgentSetting.PRE_ROLL)),
                Duration.ofSeconds(number(in, AgentSetting.POST_ROLL)));
        MotionSettings motion = new MotionSettings(
                mode(in),
                new MotionDocument(in::fault)
                        .areas(in.node(AgentSetting.MOTION_REGIONS), in.node(AgentSetting.MOTION_MASKS)));
        RecordingRules rules = rules(in);
        SendingRules sending = sending(in);
        if (rules.mode() == RecordMode.MOTION && motion.mode() == MotionMode.OFF) {
            in.fault(AgentSetting.MOTION_MODE.key() + ": is off, while " + AgentSetting.RECORD.key()
                    + " is motion: nothing would ever be recorded.");
        }
        if (transport == Transport.UDP) {
            notOverTls(AgentSetting.MAIN, main, in);
            notOverTls(AgentSetting.SUB, sub, in);
        }
        // a missing value is a fault as well; both are asked, for the compiler's proof
        if (!in.faults().isEmpty()
                || hub == null
                || tenant == null
                || agent == null
                || hubKey == null
                || camera == null
                || name == null
                || main == null
                || user == null
                || password == null
                || delivery == null) {
            return new Reading.Faulty(in.faults());
        }
        CameraAccess access =
                new CameraAccess(main, sub, user, password, transport == null ? Transport.TCP : transport, trust);
        return new Reading.Ready(new AgentConfig(
                hub,
                tenant,
                agent,
                camera,
                name,
                access,
                delivery,
                keep,
                motion,
                rules,
                sending,
                hubKey,
                pairedWith == null ? "" : pairedWith));
    }

    private static <T> @Nullable T text(Fields in, AgentSetting setting, Function<String, T> reader) {
        return in.text(setting, reader);
    }

    /** FFmpeg would take the connection all the same, without a word. */
    private static void notOverTls(AgentSetting setting, @Nullable StreamAddress address, Fields in) {
        if (address != null && address.kind() == StreamAddress.Kind.RTSPS) {
            in.fault(AgentSetting.TRANSPORT.key() + ": is udp, while " + setting.key()
                    + " is rtsps: datagrams would go without encryption. Leave it out, or set it to tcp.");
        }
    }

    private static MotionMode mode(Fields in) {
        @Nullable MotionMode mode = text(in, AgentSetting.MOTION_MODE, MotionMode::of);
        return mode == null ? MotionMode.EVERY_FRAME : mode;
    }

    private static long number(Fields in, AgentSetting setting) {
        return in.number(setting);
    }

    static String key(String text) {
        if (Signatures.key(text).isEmpty()) {
            throw new IllegalArgumentException("is no key; leave it as the pairing wrote it.");
        }
        return text;
    }

    static <T> Function<String, T> id(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("is no id; leave it as the pairing wrote it.", e);
            }
        };
    }
}
