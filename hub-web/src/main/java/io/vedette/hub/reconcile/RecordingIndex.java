package io.vedette.hub.reconcile;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.Sha256;
import io.vedette.vault.reconcile.Expected;
import io.vedette.vault.reconcile.Folder;
import io.vedette.vault.reconcile.Index;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's recordings as the list of what should lie in one of its places. Each question in a work of its own. */
final class RecordingIndex implements Index {
    private final TenantWork work;
    private final Uploads uploads;
    private final TenantId tenant;
    private final Optional<StorageProviderId> provider;

    RecordingIndex(TenantWork work, Uploads uploads, TenantId tenant, Optional<StorageProviderId> provider) {
        this.work = work;
        this.uploads = uploads;
        this.tenant = tenant;
        this.provider = provider;
    }

    record Span(UUID camera, Instant first, Instant last) {}

    /** Of a recording, what its blobs are known by. */
    record Row(
            UUID id,
            Instant startedAt,
            long bytes,
            String sha256,
            Place place,
            @Nullable UUID provider,
            boolean thumbnail) {}

    @Override
    public List<Folder> folders() {
        List<Span> spans = work.as(
                tenant,
                () -> work.entities(tenant)
                        .createQuery(
                                "select new io.vedette.hub.reconcile.RecordingIndex$Span(r.camera, min(r.startedAt), max(r.startedAt)) from Recording r where r.tenant = :tenant"
                                        + " group by r.camera",
                                Span.class)
                        .setParameter("tenant", tenant.value())
                        .getResultList());
        Set<Folder> all = new TreeSet<>();
        for (Span span : spans) {
            YearMonth last = month(span.last());
            for (YearMonth month = month(span.first()); !month.isAfter(last); month = month.plusMonths(1)) {
                all.add(new Folder(tenant, new CameraId(span.camera()), month));
            }
        }
        return List.copyOf(all);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Named named(Folder folder) {
        return work.as(tenant, () -> {
            List<Expected> expected = new ArrayList<>();
            Set<UUID> open = open(folder.camera());
            open.addAll(moving(folder.camera()));
            Set<BlobKey> underWay = new HashSet<>();
            for (Row row : rows(folder)) {
                RecordingId id = new RecordingId(row.id());
                BlobKey file = BlobKey.recording(tenant, folder.camera(), row.startedAt(), id);
                BlobKey thumbnail = BlobKey.thumbnail(tenant, folder.camera(), row.startedAt(), id);
                if (row.place() == Place.VAULT && provider().equals(Optional.ofNullable(row.provider()))) {
                    expected.add(new Expected(file, row.bytes(), new Sha256(row.sha256())));
                } else if (open.contains(row.id()) || row.place() == Place.LEAVING) {
                    underWay.add(file);
                }
                if (provider.isEmpty() && row.thumbnail() && row.place() != Place.LEAVING) {
                    expected.add(new Expected(thumbnail));
                } else {
                    underWay.add(thumbnail); // it comes apart from its row
                }
            }
            return new Named(expected, underWay);
        });
    }

    private Optional<UUID> provider() {
        return provider.map(StorageProviderId::value);
    }

    private List<Row> rows(Folder folder) {
        return work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.reconcile.RecordingIndex$Row("
                                + "r.id, r.startedAt, r.bytes, r.sha256, r.place, r.provider, r.thumbnail) from Recording r"
                                + " where r.tenant = :tenant and r.camera = :camera and r.startedAt >= :from and r.startedAt < :to",
                        Row.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", folder.camera().value())
                .setParameter("from", start(folder.month()))
                .setParameter("to", start(folder.month().plusMonths(1)))
                .getResultList();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Set<UUID> open(CameraId camera) {
        return uploads.underWay(tenant, camera).stream()
                .map(Upload::recording)
                .map(RecordingId::value)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of these there are, or may be, two copies: that in the other place is on its way in or out. */
    private List<UUID> moving(CameraId camera) {
        return work.entities(tenant)
                .createQuery(
                        "select m.recording from RecordingMove m where m.tenant = :tenant and m.camera = :camera",
                        UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .getResultList();
    }
}
