package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.recordings.control.ArrivedPart;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The pages of recordings over their scene, for tests of what they show. */
abstract class RecordingsScene {
    static final byte[] FILE = new byte[12_345];
    Scene scene;
    DayPage days;
    RecordingPage pages;
    ArrivedPart arrived;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        var shown = new UploadShown(scene.uploads, scene.links, scene.refusals, scene.room);
        var cameras = new Cameras(scene.work, scene.visible, new AccessNews());
        var sites = new Sites(scene.work, scene.visible, new AccessNews());
        arrived = new ArrivedPart(scene.work, scene.uploads, scene.intake);
        var drawn = new CameraDays(scene.recordings, scene.clock);
        var seen = new SeenInRecordings(new Analyses(scene.visible));
        var rows = new RecordingRows(shown, seen, scene.copies);
        days = new DayPage(cameras, sites, scene.visible, scene.recordings, drawn, rows, scene.clock);
        pages = new RecordingPage(cameras, sites, scene.visible, scene.recordings, rows, arrived, seen);
    }

    void store(RecordingId id) {
        var upload = scene.request(id).upload();
        scene.taking.take(scene.agent, upload, new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
    }

    String day(Viewer viewer, Optional<CameraId> camera, Locale language) {
        return scene.as(
                viewer,
                () -> Drawn.page(
                        "recordings/day",
                        Map.of(
                                "day",
                                days.of(visit(viewer), camera, Optional.empty(), language)
                                        .orElseThrow()),
                        viewer.role(),
                        language));
    }

    String recording(Viewer viewer, RecordingId id) {
        return recording(viewer, id, Locale.ENGLISH);
    }

    String recording(Viewer viewer, RecordingId id, Locale language) {
        return scene.as(
                viewer,
                () -> Drawn.page(
                        "recordings/recording",
                        Map.of("page", pages.of(visit(viewer), id, language)),
                        viewer.role(),
                        language));
    }

    static Visit visit(Viewer viewer) {
        var person = new Person(viewer.subject().value(), "somebody", "Somebody", List.of());
        return new Visit(viewer, person, "acme", Map.of("acme", "Acme"), Optional.empty());
    }
}
