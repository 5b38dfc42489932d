package io.vedette.hub.home;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Presence;
import io.vedette.hub.fleet.Trouble;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.RecordingFigures.Kept;
import io.vedette.hub.settings.TenantUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the first page counts, for one viewer: page and interface only put it into their own words.
 *
 * @param pictures the last recording with a picture of the first {@link #needy} cameras
 * @param owns whether the settings of the tenant are open to the viewer
 * @param full what is used of every quota that is used up; nothing for whoever can do nothing about it
 */
record Figures(
        Instant now,
        boolean arranges,
        List<Site> sites,
        List<CameraSight> cameras,
        List<SiteHours> hours,
        List<Coverage> coverage,
        List<OpenUploads.Count> uploads,
        List<Kept> kept,
        Optional<VaultSpace.Space> disk,
        Map<CameraId, RecordingId> pictures,
        boolean owns,
        List<TenantUse.Use> full) {

    /** Cameras that somebody should look after; one without an agent only for whoever may do something about it. */
    List<CameraSight> needy() {
        return needy(cameras, arranges);
    }

    static List<CameraSight> needy(List<CameraSight> cameras, boolean arranges) {
        return cameras.stream()
                .filter(sight -> sight.presence().state().needsYou()
                        || arranges && sight.presence().state() == Presence.State.UNPAIRED)
                .sorted(Comparator.comparing(
                        (CameraSight sight) -> !sight.presence().state().needsYou()))
                .toList();
    }

    Stream<Presence.State> states() {
        return cameras.stream().map(sight -> sight.presence().state());
    }

    /** How many {@link Need}s there are. */
    int needs() {
        return needy().size()
                + failed().size()
                + fullAgents().size()
                + doubtful().size()
                + (int) tightDisk().stream().count()
                + full.size();
    }

    /** Cameras whose agent has hardly any room left on its disk. */
    List<CameraSight> fullAgents() {
        return cameras.stream().filter(Trouble::diskFull).toList();
    }

    /** Cameras whose agent may not be the right one; for whoever decides that. */
    List<CameraSight> doubtful() {
        return !arranges
                ? List.of()
                : cameras.stream()
                        .filter(sight -> sight.agent()
                                .filter(agent ->
                                        !agent.confirmed() || agent.clonedAt().isPresent())
                                .isPresent())
                        .toList();
    }

    /** How many cameras could be replayed, but have no {@link Coverage} here. */
    int uncharted() {
        return (int) cameras.stream()
                        .filter(sight -> sight.actions().contains(Action.REPLAY))
                        .count()
                - coverage.size();
    }

    Optional<VaultSpace.Space> tightDisk() {
        return disk.filter(VaultSpace.Space::tight);
    }

    List<OpenUploads.Count> failed() {
        return uploads.stream()
                .filter(count -> OpenUploads.Kind.FAILED.phases().contains(count.state()))
                .toList();
    }

    long uploads(OpenUploads.Kind kind) {
        return uploads.stream()
                .filter(count -> kind.phases().contains(count.state()))
                .mapToLong(OpenUploads.Count::count)
                .sum();
    }

    long bytes(Place place) {
        return kept.stream()
                .filter(one -> one.place() == place)
                .mapToLong(Kept::bytes)
                .sum();
    }

    long recordings(Place place) {
        return kept.stream()
                .filter(one -> one.place() == place)
                .mapToLong(Kept::recordings)
                .sum();
    }

    /** What the vault holds of each camera, the most first. */
    List<Kept> inVault() {
        return kept.stream()
                .filter(one -> one.place() == Place.VAULT)
                .sorted(Comparator.comparingLong(Kept::bytes).reversed())
                .toList();
    }

    Optional<CameraSight> camera(CameraId id) {
        return cameras.stream().filter(sight -> sight.camera().id().equals(id)).findFirst();
    }
}
