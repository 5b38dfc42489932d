package io.vedette.hub.pages;

import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.vaults.CheckShown;
import io.vedette.hub.vaults.ProviderLine;
import io.vedette.hub.vaults.StorageKind;
import io.vedette.hub.vaults.UnreachedShown;
import java.util.List;
import java.util.Map;

/** Places that an owner brought. */
final class SampleStorage {
    private static final ProviderLine ARCHIVE = new ProviderLine(
            SamplePages.id(70),
            StorageKind.S3,
            "Archive of the head office",
            "northquay-footage/cameras/ · minio.northquay.example:9000",
            true);
    private static final ProviderLine CLOUD =
            new ProviderLine(SamplePages.id(71), StorageKind.S3, "Cloud", "northquay-cloud/ · AWS eu-central-1", false);
    private static final ProviderLine CONTAINER =
            new ProviderLine(SamplePages.id(72), StorageKind.AZURE, "Second copy", "footage/ · Azure northquay", false);

    private SampleStorage() {}

    record Sample(String template, Map<String, Object> model) {}

    static Map<String, Sample> pages() {
        FormInput wrong = blank();
        wrong.wrong("bucket", "form.storage.bucket");
        wrong.wrong("secretKey", "form.storage.secret");
        return Map.of(
                "storage",
                list(List.of(ARCHIVE, CLOUD), false, blank()),
                "storage-none",
                list(List.of(CONTAINER), true, FormInput.empty().preset("kind", "AZURE")),
                "storage-container",
                new Sample("settings/place", Map.of("place", CONTAINER, "form", FormInput.empty())),
                "storage-wrong",
                list(List.of(CLOUD), true, wrong),
                "storage-place",
                new Sample("settings/place", Map.of("place", CLOUD, "form", blank())),
                "storage-unreached",
                new Sample(
                        "settings/place",
                        Map.of(
                                "place",
                                ARCHIVE,
                                "form",
                                blank().preset("straight", "on"),
                                "unreached",
                                new UnreachedShown(
                                        new Moment("2026-11-20T12:00:00Z", "12:00", "20 November 2026, 12:00"),
                                        SamplePages.id(1),
                                        "Connection refused"))),
                "storage-works",
                checked(ARCHIVE, new CheckShown(lines("passed", "passed"), null, "")),
                "storage-fails",
                checked(
                        CLOUD,
                        new CheckShown(
                                lines("failed", "left"),
                                "ABSENT",
                                "cannot store blob vedette-check/01a22c46.txt: the store answered 404 NoSuchBucket, request 4442587FB7D0A2F9")));
    }

    private static Sample list(List<ProviderLine> places, boolean folder, FormInput form) {
        return new Sample(
                "settings/storage",
                Map.of(
                        "places",
                        places,
                        "folder",
                        folder,
                        "kinds",
                        StorageKind.values(),
                        "kind",
                        form.text("kind").equals("AZURE") ? StorageKind.AZURE : StorageKind.S3,
                        "form",
                        form));
    }

    private static Sample checked(ProviderLine place, CheckShown report) {
        return new Sample("settings/place", Map.of("place", place, "form", blank(), "report", report));
    }

    private static List<CheckShown.Line> lines(String first, String then) {
        return List.of(
                new CheckShown.Line("WRITE", first),
                new CheckShown.Line("READ", then),
                new CheckShown.Line("LIST", then),
                new CheckShown.Line("SIGN", then),
                new CheckShown.Line("DELETE", then));
    }

    private static FormInput blank() {
        return FormInput.empty()
                .preset("region", "us-east-1")
                .preset("pathStyle", "on")
                .preset("checksums", "on");
    }
}
