package io.vedette.agent.config;

import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.Polygon;

/** Every setting in {@code agent.json}, declared here and nowhere else: the reference page is made from this list. */
public enum AgentSetting implements Setting {
    HUB("hub", new Must("http(s) address without a path"), "The hub. Plain http only for one on this machine."),
    TENANT("tenant", new Must("id"), "The organisation. Written by `pair`; leave it."),
    AGENT("agent", new Must("id"), "This agent. Written by `pair`; leave it."),
    PAIRED_WITH(
            "pairedWith",
            new May("text"),
            "Tells a repeated pairing from another one; no secret. Written by `pair`; leave it."),
    HUB_KEY(
            "hubKey",
            new Must("Ed25519 public key"),
            "The hub's own key: the agent speaks to nobody who cannot sign with it. Written by `pair`; leave it."),
    CAMERA("camera.id", new Must("id"), "The camera at the hub. Written by `pair`; leave it."),
    CAMERA_NAME(
            "camera.name",
            new Must("text"),
            "What the camera was called when the agent was paired: for what the agent itself says. The hub goes by its own."),
    MAIN(
            "camera.main",
            new Must("`rtsp://host/path`, `rtsps://`, `http://` or `file:///path`"),
            "The stream that is recorded and shown, without user and password. Behind `http` is a stream of JPEG pictures, which the agent encodes; a `file` is an MP4 that is played again and again."),
    SUB(
            "camera.sub",
            new May("the same"),
            "A smaller stream of the same picture, in which motion is looked for. Without it, motion is looked for in the main stream's key frames."),
    USER("camera.user", new Must("text"), "The user at the camera; `\"\"` when it asks for nobody."),
    PASSWORD("camera.password", new Must("secret: text"), "The password of that user; may be `\"\"`."),
    TRANSPORT(
            "camera.transport",
            new May("`tcp` or `udp`"),
            "How an RTSP camera's packets travel; `tcp` unless it knows nothing else. With `udp` the agent takes datagrams on ports of its own."),
    TRUST(
            "camera.trust",
            new May("path of a PEM file"),
            "Certificates for `rtsps`: the camera's own, or of whoever signed it. Without it, what this machine trusts."),
    DELIVERY(
            "delivery",
            new Must("`at-once` or `on-demand`"),
            "Whether recordings go to the hub as soon as they are closed, or when somebody asks for them."),
    RECORD(
            "recording.mode",
            new May("`motion`, `always` or `on-order`"),
            "What makes the agent record: what moves (the usual), everything, or only what somebody asks for."),
    LONGEST(
            "recording.longestSeconds",
            new Whole(5, 3600, RecordingRules.USUAL.longest().toSeconds()),
            "Recordings that go on are split at the first key frame after this, without losing a picture."),
    HOURS(
            "recording.hours",
            new May("hours of the week"),
            "Like `mon-fri 08:00-18:00, sat 22:00-06:00`, or `daily 22:00-06:00`. Outside of them nothing is recorded but what somebody asks for. Without it, always."),
    ZONE("recording.zone", new May("time zone"), "Of those hours, like `Europe/Berlin`; without it UTC."),
    CONDITION(
            "recording.condition",
            new May("`https://host/path`"),
            "Asked by GET before a recording begins: an answer 2xx is yes, any other below 500 no. An answer is good for ten seconds."),
    OTHERWISE(
            "recording.otherwise",
            new May("`record` or `skip`"),
            "What is done when that address does not answer within two seconds; `record` when it is left out."),
    UPLOAD_RATE(
            "upload.kbitPerSecond",
            new Whole(0, 10_000_000, SendingRules.USUAL.kbitPerSecond()),
            "Most of the uplink that recordings take on their way to the hub, in 1,000 bits per second; `0` for no limit. See [uploads](../guide/uploads.md)."),
    UPLOAD_RATE_WATCHED(
            "upload.watchedKbitPerSecond",
            new Whole(0, 10_000_000, SendingRules.USUAL.watchedKbitPerSecond()),
            "The same while somebody watches live; what a person waits for may have twice as much, never more than the limit above. `0`: watching changes nothing."),
    SECONDARY_FOLDER(
            "secondary.folder",
            new May("path of a folder"),
            "A second place for recordings, say a network disk, where copies are made and never deleted by the agent. Make an empty file `vedette-secondary` in it: without that, nothing is copied. See [uploads](../guide/uploads.md)."),
    SECONDARY_AFTER(
            "secondary.afterMinutes",
            new Whole(0, 10_080, SecondaryRules.USUAL_AFTER.toMinutes()),
            "How long the hub has time to take a recording before it is copied there. It stays wanted by the hub."),
    SECONDARY_COPIES(
            "secondary.copies",
            new May("`undelivered` or `everything`"),
            "`undelivered`, also when it is left out: what the hub has not taken in that time, which is also what nobody asked for. `everything`: each recording, at once."),
    SPOOL_BYTES(
            "spoolBytes",
            new Whole(50_000_000, 100_000_000_000_000L, Keep.USUAL.spoolBytes()),
            "Most bytes of recordings kept on the box. What the vault has makes room first, then the oldest."),
    KEEP_DAYS(
            "keepDays",
            new Whole(0, 3650, Keep.USUAL.age().toDays()),
            "How many days recordings are kept on the box; `0` for no limit. A clock that jumps does not make them older; of each pause in which the agent did not run, one day at most counts."),
    KEEP_FREE_BYTES(
            "keepFreeBytes",
            new Whole(0, 100_000_000_000_000L, Keep.USUAL.freeBytes()),
            "What stays free on the recordings' disk for others. For it goes what the vault has; of the rest only as much as is newly recorded."),
    PRE_ROLL("preRollSeconds", new Whole(0, 15, Keep.USUAL.preRoll().toSeconds()), "Recorded before the first motion."),
    POST_ROLL(
            "postRollSeconds", new Whole(1, 120, Keep.USUAL.postRoll().toSeconds()), "Recorded after the last motion."),
    MOTION_MODE(
            "motion.mode",
            new May("`every-frame`, `eco` or `off`"),
            "`every-frame`, also when it is left out: each picture is decoded and about five a second are looked at. `eco`: key frames alone, at about a tenth of the work; what stays in sight for less than one of their distances may go unseen, and the agent logs how long that is. `off`: nothing is decoded; recordings then have no picture that stands for them. See [motion](../design/motion.md)."),
    MOTION_REGIONS(
            "motion.regions",
            new May("list of at most " + MotionAreas.MOST_REGIONS + " regions"),
            "Where motion is looked for; the whole picture when there is none. A region: `{\"name\": \"gate\", \"corners\": [[0.1, 0.2], [0.5, 0.2], [0.5, 0.9]], \"sensitivity\": 50, \"minimumSize\": 0.01}`. Corners: 3 to "
                    + Polygon.MOST_CORNERS
                    + ", from the left and from the top, 0 to 1. Sensitivity: 1 to 100, 50 when it is left out. Minimum size: what moves must cover this share of the picture, 0 to 0.5, nothing when it is left out."),
    MOTION_MASKS(
            "motion.masks",
            new May("list of at most " + MotionAreas.MOST_MASKS + " lists of corners"),
            "Parts of the picture that are never looked at for motion, in any region: `[[[0, 0], [0.3, 0], [0.3, 0.1]]]`. They are recorded as everything is.");

    private final Entry entry;

    AgentSetting(String key, Shape shape, String meaning) {
        this.entry = new Entry(key, shape, meaning);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
