package io.vedette.stack.demo;

import com.fasterxml.uuid.Generators;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.stack.state.Kept;
import java.nio.file.Path;
import java.util.UUID;

/** The ids of the demo's tenants, people and places: made at the first start, the same at every later one. */
public final class DemoIds {
    private final Kept kept;

    private DemoIds(Kept kept) {
        this.kept = kept;
    }

    public static DemoIds in(Path file) {
        return new DemoIds(Kept.in(file, "Ids of the demo's tenants, people and places."));
    }

    public TenantId tenant(String slug) {
        return TenantId.of(
                kept.getOrMake("tenant." + slug, () -> TenantId.fresh().toString()));
    }

    public CameraId camera(String name) {
        return CameraId.of(
                kept.getOrMake("camera." + name, () -> CameraId.fresh().toString()));
    }

    /** A person, a site, a group: whatever has no type of its own here. */
    public UUID other(String name) {
        return UUID.fromString(kept.getOrMake(name, () -> fresh().toString()));
    }

    static UUID fresh() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }
}
