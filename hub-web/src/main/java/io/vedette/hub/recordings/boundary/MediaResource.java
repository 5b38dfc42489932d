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
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bytes of recordings and their pictures. Whether the viewer may have them is asked again at every range. */
@Path("/t/{tenant}/media")
public class MediaResource {
    private final Visits visits;
    private final Recordings recordings;
    private final Stores stores;
    private final MediaBytes media;
    private final ReplayNotes notes;

    @Inject
    MediaResource(Visits visits, Recordings recordings, Stores stores, MediaBytes media, ReplayNotes notes) {
        this.visits = visits;
        this.recordings = recordings;
        this.stores = stores;
        this.media = media;
        this.notes = notes;
    }

    @GET
    @Path("{recording: [0-9a-f-]+}.mp4")
    public Response file(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @QueryParam("first") @DefaultValue("") String beginning,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServletRequest request) {
        OptionalLong first = beginning.isBlank() ? OptionalLong.empty() : OptionalLong.of(length(beginning));
        Supplier<Recording> ask =
                () -> find(request, tenant, id, one -> first.isPresent() || one.place() == Place.VAULT);
        Recording recording = ask.get();
        MediaBytes.Source source = media.of(recording, first);
        if (source.tag().equals(ifNoneMatch)) {
            return Response.notModified().header("ETag", source.tag()).build();
        }
        Wanted wanted = ifRange == null || ifRange.equals(source.tag())
                ? Wanted.of(range, source.bytes())
                : new Wanted.Whole(); // the client holds bytes of something else
        Sent sent = sent(request, recording);
        return switch (wanted) {
            case Wanted.Whole whole ->
                bytes(200, source.opening(), "video/mp4", 0, source.bytes(), ask, sent)
                        .header("ETag", source.tag())
                        .build();
            case Wanted.Part part ->
                bytes(206, source.opening(), "video/mp4", part.first(), part.length(), ask, sent)
                        .header("ETag", source.tag())
                        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + source.bytes())
                        .build();
            case Wanted.Outside outside ->
                Response.status(416)
                        .header("Content-Range", "bytes */" + source.bytes())
                        .header("Content-Type", "text/plain")
                        .entity("")
                        .build();
        };
    }

    private static long length(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(Problem.INVALID);
        }
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
        MediaBytes.Opening opening = (first, count) -> store.open(key, first, count);
        return bytes(200, opening, "image/jpeg", 0, store.info(key).bytes(), ask, (first, count) -> {})
                .build();
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
            MediaBytes.Opening opening,
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
            try (InputStream in = opening.open(first, length)) {
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
