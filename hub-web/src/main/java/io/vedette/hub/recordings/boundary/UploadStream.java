package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.security.StandingSignIn;
import io.vedette.hub.platform.web.JsonProvider;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.UploadNews;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.control.WatchUpload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an upload comes along, as server-sent events (HTML standard, section 9.2): one {@link UploadDocument} each. The access
 * rule and the sign-in are asked again every ten seconds. Each watcher has a virtual thread of its own, so a slow browser
 * delays nobody.
 */
@Singleton
public class UploadStream {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStream.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(10);
    private static final int MOST_WATCHERS = 500;

    private final Visits visits;
    private final StandingSignIn signIns;
    private final Uploads uploads;
    private final UploadNews news;
    private final UploadShown shown;
    private final Semaphore free = new Semaphore(MOST_WATCHERS);

    @Inject
    UploadStream(Visits visits, StandingSignIn signIns, Uploads uploads, UploadNews news, UploadShown shown) {
        this.visits = visits;
        this.signIns = signIns;
        this.uploads = uploads;
        this.news = news;
        this.shown = shown;
    }

    void watch(String tenant, UploadId id, SseEventSink sink, Sse sse, HttpServletRequest http) {
        TenantId of = visits.as(
                http,
                tenant,
                visit -> { // refuses as every request does
                    var unused = uploads.get(visit.viewer(), id);
                    return visit.viewer().tenant();
                });
        if (!free.tryAcquire()) {
            throw new Refusal(Problem.TOO_MANY);
        }
        Supplier<Optional<Person>> who = signIns.of(http);
        Locale language = Languages.of(http);
        Supplier<Optional<UploadProgress>> ask = () -> who.get().flatMap(person -> ask(person, tenant, id));
        var watch = new WatchUpload(news, id, ask, ASK_EVERY);
        Thread.ofVirtual().name("upload-news").start(() -> {
            try (sink) {
                watch.run(progress -> send(sink, sse, shown.document(of, progress, language)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("the news of upload {} ended with a fault", id, e);
            } finally {
                free.release();
            }
        });
    }

    private Optional<UploadProgress> ask(Person person, String tenant, UploadId id) {
        try {
            return Optional.of(visits.as(person, tenant, visit -> UploadProgress.of(uploads.get(visit.viewer(), id))));
        } catch (Refusal taken) {
            return Optional.empty();
        }
    }

    /** False when the browser has gone. */
    private static boolean send(SseEventSink sink, Sse sse, UploadDocument document) {
        if (sink.isClosed()) {
            return false;
        }
        try {
            sink.send(sse.newEventBuilder()
                            .mediaType(MediaType.TEXT_PLAIN_TYPE)
                            .data(String.class, JsonProvider.text(document))
                            .build())
                    .toCompletableFuture()
                    .join();
            return true;
        } catch (CompletionException | IllegalStateException gone) {
            LOG.debug("a watcher has gone", gone);
            return false;
        }
    }
}
