package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells those who watch an upload how far it is, on this node. A hint: rows are the truth, and whoever watches also looks
 * there now and then. Told on the thread that receives the bytes, so a listener only takes note and returns.
 */
@Singleton
public class UploadNews {
    private final Map<UploadId, List<Consumer<UploadProgress>>> watchers = new ConcurrentHashMap<>();
    private final UploadCount count;

    @Inject
    public UploadNews(UploadCount count) {
        this.count = count;
    }

    /** Ends with {@link Watching#close}. */
    @FunctionalInterface
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    public Watching watch(UploadId upload, Consumer<UploadProgress> watcher) {
        watchers.compute(upload, (id, known) -> {
            List<Consumer<UploadProgress>> list = known == null ? new CopyOnWriteArrayList<>() : known;
            list.add(watcher);
            return list;
        });
        return () -> watchers.computeIfPresent(upload, (id, list) -> {
            list.remove(watcher);
            return list.isEmpty() ? null : list;
        });
    }

    /** Each change of an upload once; bytes as they come. */
    public void tell(UploadProgress progress) {
        count.told(progress);
        watchers.getOrDefault(progress.upload(), List.of()).forEach(watcher -> watcher.accept(progress));
    }
}
