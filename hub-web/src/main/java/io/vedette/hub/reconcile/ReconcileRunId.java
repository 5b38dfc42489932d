package io.vedette.hub.reconcile;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** One comparison. */
public record ReconcileRunId(UUID value) {
    public static ReconcileRunId of(String text) {
        return new ReconcileRunId(Uuids.parse(text));
    }

    public static ReconcileRunId fresh() {
        return new ReconcileRunId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
