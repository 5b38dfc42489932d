package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What comes to lie in edge vaults, for the features that act on it. Listeners register at the start and stay. */
@Singleton
public class EdgeNews {
    private final List<OnKept> onKept = new CopyOnWriteArrayList<>();

    /** Called within the transaction in which both are known, the recording and its copy. */
    @FunctionalInterface
    public interface OnKept {
        void kept(TenantId tenant, EdgeCopy copy, Recording recording);
    }

    public void onKept(OnKept listener) {
        onKept.add(listener);
    }

    void kept(TenantId tenant, EdgeCopy copy, Recording recording) {
        onKept.forEach(listener -> listener.kept(tenant, copy, recording));
    }
}
