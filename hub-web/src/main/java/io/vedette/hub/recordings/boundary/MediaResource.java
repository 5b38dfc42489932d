package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.ReplayNotes;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of recordings and their pictures. Whether the viewer may have them is asked again at every range. */
@Path("/t/{tenant}/media")
public class MediaResource {
    private static final Logger LOG = LoggerFactory.getLogger(MediaResource.class);

    private final Visits visits;
    private final Recordings recordings;
    private final Stores stores;
    private final ReplayNotes notes;

    @Inject
    MediaResource(Visits visits, Recordings recordings, Stores stores, ReplayNotes notes) {
        this.visits = visits;
        this.recordings = recordings;
        this.stores = stores;
        this.notes = notes;
    }

    @GET
    @Path("{recording: [0-9a-f-]+}.mp4")
    public Response file(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServletRequest request) {
        Supplier<Recording> ask = () -> find(request, tenant, id, one -> one.place() == Place.VAULT);
        Recording recording = ask.get();
        String tag = "\"" + recording.sha256() + "\"";
        if (tag.equals(ifNoneMatch)) {
            return Response.notModified().header("ETag", tag).build();
        }
        Wanted wanted = ifRange == null || ifRange.equals(tag)
                ? Wanted.of(range, recording.bytes())
                : new Wanted.Whole(); // the client holds bytes of something else
        Sent sent = sent(request, recording);
        BlobStore store = ready(recording);
        return switch (wanted) {
            case Wanted.Whole whole ->
                bytes(200, store, recording.fileKey(), "video/mp4", 0, recording.bytes(), ask, sent)
                        .header("ETag", tag)
                        .build();
            case Wanted.Part part ->
                bytes(206, store, recording.fileKey(), "video/mp4", part.first(), part.length(), ask, sent)
                        .header("ETag", tag)
                        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + recording.bytes())
                        .build();
            case Wanted.Outside outside ->
                Response.status(416)
                        .header("Content-Range", "bytes */" + recording.bytes())
                        .header("Content-Type", "text/plain")
                        .entity("")
                        .build();
        };
    }

    @GET
    @Path("{recording: [0-9a-f-]+}.jpg")
    public Response thumbnail(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @Context HttpServletRequest request) {
        Supplier<Recording> ask =
                () -> find(request, tenant, id, one -> one.thumbnail() && one.place() != Place.LEAVING);
        BlobKey key = ask.get().thumbnailKey();
        BlobStore store = stores.folder();
        return bytes(200, store, key, "image/jpeg", 0, store.info(key).bytes(), ask, (first, count) -> {})
                .build();
    }

    /** What is not there, or not to be had, must show before the answer has begun. */
    private BlobStore ready(Recording recording) {
        try {
            BlobStore store = stores.at(recording.tenant(), recording.provider());
            store.info(recording.fileKey());
            return store;
        } catch (BlobStoreFault fault) {
            LOG.error("recording {} cannot be fetched: {}: {}", recording.id(), fault.kind(), fault.getMessage());
            throw new Refusal(Problem.STORE_AWAY);
        }
    }

    private Recording find(HttpServletRequest request, String tenant, String id, Predicate<Recording> there) {
        Recording recording = visits.as(
                request,
                tenant,
                visit -> recordings.get(visit.viewer(), InPath.id(id, RecordingId::of), Action.REPLAY));
        if (!there.test(recording)) {
            throw Refusal.notFound();
        }
        return recording;
    }

    /** Is told which bytes went out. */
    @FunctionalInterface
    private interface Sent {
        void bytes(long first, long count);
    }

    private Sent sent(HttpServletRequest request, Recording recording) {
        Person person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        Doer who = Visits.doer(person, request);
        return (first, count) -> notes.sent(recording.tenant(), who, recording, first, count);
    }

    private Response.ResponseBuilder bytes(
            int status,
            BlobStore store,
            BlobKey key,
            String type,
            long first,
            long length,
            Supplier<Recording> ask,
            Sent sent) {
        Runnable again = () -> {
            var unused = ask.get();
        };
        StreamingOutput body = out -> {
            var at = new AtomicLong(first);
            try (InputStream in = store.open(key, first, length)) {
                new AskingCopy(again, System::nanoTime, count -> sent.bytes(at.getAndAdd(count), count)).send(in, out);
            }
        };
        return Response.status(status)
                .header("Content-Type", type)
                .header("Content-Length", length)
                .header("Accept-Ranges", "bytes")
                .entity(body);
    }
}
