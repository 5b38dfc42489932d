package io.vedette.hub.home;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.boundary.Wording;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.settings.TenantUse.Use;
import io.vedette.hub.settings.UseLine;
import io.vedette.hub.tenancy.Limit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something on the first page that somebody should look after: what, why, and where to go about it.
 *
 * @param kind lost, offline, unpaired, failed, disk, quota_ and what is used up, agent_disk, cloned or unconfirmed
 * @param href where people go about it, below the tenant
 * @param act what the button says
 * @param picture what the camera saw last, below the tenant; absent when there is none or it may not be seen
 */
public record Need(
        String kind,
        String icon,
        String title,
        String why,
        @Nullable Moment since,
        String href,
        String act,
        @Nullable String picture) {

    /** Agents in doubt first, then lost pictures, then failed uploads, then room, then what waits for an agent; worded one by one as they are taken. */
    static Stream<Need> of(Figures figures, Locale language) {
        List<CameraSight> needy = figures.needy();
        return Stream.of(
                        figures.doubtful().stream().map(sight -> doubtful(sight, figures, language)),
                        needy.stream()
                                .filter(sight -> sight.presence().state().needsYou())
                                .map(sight -> camera(sight, figures, language)),
                        figures.failed().stream().map(count -> failed(count, figures, language)),
                        figures.tightDisk().stream().map(space -> disk(space, language)),
                        figures.full().stream().map(use -> quota(use, figures.owns(), language)),
                        figures.fullAgents().stream().map(sight -> agentDisk(sight, language)),
                        needy.stream()
                                .filter(sight -> !sight.presence().state().needsYou())
                                .map(sight -> camera(sight, figures, language)))
                .flatMap(Function.identity());
    }

    private static Need camera(CameraSight sight, Figures figures, Locale language) {
        RecordingId last = figures.pictures().get(sight.camera().id());
        return camera(
                CameraLine.of(sight, figures.now(), language),
                last == null ? null : "/media/" + last + ".jpg",
                language);
    }

    public static Need camera(CameraLine camera, @Nullable String picture, Locale language) {
        String key = "home.need." + camera.state();
        Moment since = camera.since();
        List<Object> values = since == null ? List.of() : List.of(since.words());
        boolean unpaired = camera.state().equals("unpaired");
        return new Need(
                camera.state(),
                camera.icon(),
                Messages.text(language, key + ".title", camera.name()),
                Messages.text(language, since == null ? key + ".why" : key + ".why.since", values),
                since,
                "/cameras/" + camera.id() + (unpaired ? "/pair" : ""),
                Messages.text(language, unpaired ? "camera.pair" : "home.look"),
                picture);
    }

    private static Need failed(OpenUploads.Count count, Figures figures, Locale language) {
        Optional<CameraSight> camera = figures.camera(new CameraId(count.camera()));
        ZoneId zone = camera.map(sight -> sight.site().zone()).orElse(ZoneOffset.UTC);
        return failed(
                count.camera().toString(),
                camera.map(sight -> sight.camera().name()).orElse(""),
                count.count(),
                Moment.of(count.since(), zone, figures.now(), language),
                language);
    }

    public static Need failed(String camera, String name, long count, Moment since, Locale language) {
        return new Need(
                "failed",
                "edge",
                Messages.text(language, "home.need.failed.title", count, name),
                Messages.text(language, "home.need.failed.why", count),
                since,
                "/uploads?state=failed&camera=" + camera,
                Messages.text(language, "home.need.failed.act"),
                null);
    }

    public static Need disk(VaultSpace.Space space, Locale language) {
        return new Need(
                "disk",
                "disk",
                Messages.text(language, "home.need.disk.title"),
                Messages.text(
                        language,
                        "home.need.disk.why",
                        Wording.size(space.free(), language),
                        Wording.size(space.total(), language)),
                null,
                "/found?place=vault",
                Messages.text(language, "home.need.disk.act"),
                null);
    }

    private static Need quota(Use use, boolean owns, Locale language) {
        return quota(use.what(), UseLine.of(use, language).said(), owns, language);
    }

    /** Leads to where something can be deleted or taken back; of live minutes only the settings say more. */
    public static Need quota(Limit what, String said, boolean owns, Locale language) {
        record Way(String href, String act) {}
        Way way = switch (what) {
            case CAMERAS -> new Way("/cameras", "cameras.title");
            case ACCOUNTS -> new Way("/people", "people.title");
            case STORED_BYTES -> new Way("/found?place=vault", "home.need.disk.act");
            case LIVE_MINUTES -> owns ? new Way("/settings#quotas", "settings.title") : new Way("/live", "live.title");
        };
        return new Need(
                "quota_" + what.name().toLowerCase(Locale.ROOT),
                "alert",
                Messages.text(language, "home.need.quota.title", Messages.text(language, "quota." + what.word()), said),
                Messages.text(language, "quota.full." + what.word()) + " "
                        + Messages.text(language, "home.need.quota.raise"),
                null,
                way.href(),
                Messages.text(language, way.act()),
                null);
    }

    private static Need doubtful(CameraSight sight, Figures figures, Locale language) {
        Optional<Instant> cloned = sight.agent().flatMap(Agent::clonedAt);
        String kind = cloned.isPresent() ? "cloned" : "unconfirmed";
        return new Need(
                kind,
                "alert",
                Messages.text(
                        language, "home.need." + kind + ".title", sight.camera().name()),
                Messages.text(language, "home.need." + kind + ".why"),
                cloned.map(at -> Moment.of(at, sight.site().zone(), figures.now(), language))
                        .orElse(null),
                "/cameras/" + sight.camera().id(),
                Messages.text(language, "home.look"),
                null);
    }

    private static Need agentDisk(CameraSight sight, Locale language) {
        return agentDisk(
                sight.camera().id().toString(),
                sight.camera().name(),
                sight.diskFreePercent().orElse(0),
                language);
    }

    public static Need agentDisk(String camera, String name, int freePercent, Locale language) {
        return new Need(
                "agent_disk",
                "disk",
                Messages.text(language, "home.need.agent_disk.title", name),
                Messages.text(language, "home.need.agent_disk.why", freePercent),
                null,
                "/cameras/" + camera,
                Messages.text(language, "home.look"),
                null);
    }
}
