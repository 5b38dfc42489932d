package io.vedette.e2e.journey;

import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A recording of yesterday, ten past ten in the evening at its camera: one of today again, as no test waits for a night to pass. */
final class LastNight implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Behind acme;
    private final String camera;
    private final String recording;
    private final List<Path> files = new ArrayList<>();

    private LastNight(Behind acme, String camera, String recording) {
        this.acme = acme;
        this.camera = camera;
        this.recording = recording;
    }

    static LastNight at(House house, String name) throws IOException {
        Behind acme = new Behind(house.stack(), "acme");
        String camera = house.stack().camera(name).toString();
        String model = Patiently.the(
                "a recording in the vault",
                PATIENCE,
                () -> acme
                        .column(
                                "select id::text from recording where camera_id = ?::uuid and place = 'VAULT'"
                                        + " order by started_at limit 1",
                                camera)
                        .stream()
                        .findFirst());
        var last = new LastNight(acme, camera, UUID.randomUUID().toString());
        try {
            last.copyRow(model);
            Path blobs = house.stack().folder().resolve("vault").resolve("blobs");
            last.copyFiles(
                    blobs.resolve(house.stack().tenant("acme").toString()).resolve(camera), model);
            return last;
        } catch (IOException | RuntimeException e) {
            last.close();
            throw e;
        }
    }

    String camera() {
        return camera;
    }

    String recording() {
        return recording;
    }

    private void copyRow(String model) {
        acme.change(
                "insert into recording select r.tenant_id, r.camera_id,"
                        + " (date_trunc('day', now() at time zone s.time_zone) - interval '110 minutes') at time zone s.time_zone,"
                        + " ?::uuid, r.agent_id, r.duration_ms, r.bytes, r.sha256, r.mime, r.width, r.height, r.cut, r.place,"
                        + " r.thumbnail, r.received_at from recording r join camera c on c.id = r.camera_id"
                        + " join site s on s.id = c.site_id where r.id = ?::uuid",
                recording,
                model);
    }

    /** @param ofCamera its folder in the vault, which has one for each day in UTC */
    private void copyFiles(Path ofCamera, String model) throws IOException {
        Path folder = Files.createDirectories(ofCamera.resolve(day(recording)));
        try (Stream<Path> all = Files.list(ofCamera.resolve(day(model)))) {
            for (Path one : all.filter(path -> path.getFileName().toString().startsWith(model))
                    .toList()) {
                files.add(Files.copy(
                        one, folder.resolve(one.getFileName().toString().replace(model, recording))));
            }
        }
    }

    private String day(String id) {
        return acme.column(
                        "select to_char(started_at at time zone 'UTC', 'YYYY/MM/DD') from recording where id = ?::uuid",
                        id)
                .getFirst();
    }

    @Override
    public void close() throws IOException {
        acme.change("delete from recording where id = ?::uuid", recording);
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
