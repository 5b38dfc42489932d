package io.vedette.hub.kerberos;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * tus 1.0 (tus.io) with creation, checksum, expiration and termination, by a pair of keys: for agents of Kerberos at the paths that
 * they know, and for scripts.
 */
@Path("/kerberos/{side: vault|hub}/storage/tus")
public class TusResource {
    private static final String TUS = "Tus-Resumable";
    private static final String TUS_VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String CONTENT_TYPE = "application/offset+octet-stream";

    private final Keys keys;
    private final TakeFilm films;
    private final Clock clock;

    @Inject
    TusResource(Keys keys, TakeFilm films, Clock clock) {
        this.keys = keys;
        this.films = films;
        this.clock = clock;
    }

    @OPTIONS
    public Response options(@PathParam("side") String side, @Context HttpServletRequest request) {
        return keys.with(
                Side.of(side),
                request,
                in -> Response.noContent()
                        .header(TUS, TUS_VERSION)
                        .header("Tus-Version", TUS_VERSION)
                        .header("Tus-Extension", "creation,checksum,expiration,termination")
                        .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                        .header("Tus-Max-Size", FilmParts.MOST_BYTES)
                        .build());
    }

    @POST
    public Response create(
            @PathParam("side") String side,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @Context HttpServletRequest request) {
        return speaking(side, version, request, in -> {
            OptionalLong bytes = Answers.number(length);
            Optional<Sending> sending = Metadata.read(metadata == null ? "" : metadata)
                    .flatMap(fields -> Sending.read(fields, clock.instant()));
            if (bytes.isEmpty() || sending.isEmpty()) {
                return Answers.refused(Why.INVALID);
            }
            return switch (films.begin(in, sending.get(), bytes)) {
                case Taken.Open open ->
                    until(Response.status(201), open)
                            .header("Location", request.getRequestURI().replaceFirst("/*$", "/") + open.upload());
                case Taken.Stored stored -> Answers.refused(Why.INVALID);
                case Taken.Refused refused -> Answers.refused(refused.why());
            };
        });
    }

    @HEAD
    @Path("/{upload}")
    public Response offset(
            @PathParam("side") String side,
            @PathParam("upload") String upload,
            @HeaderParam(TUS) @Nullable String version,
            @Context HttpServletRequest request) {
        return of(side, upload, version, request, (in, id) -> switch (films.offset(in, id)) {
            case Taken.Open open -> {
                var answer =
                        until(Response.ok(), open).header(OFFSET, open.offset()).header("Cache-Control", "no-store");
                yield open.length().isPresent()
                        ? answer.header("Upload-Length", open.length().getAsLong())
                        : answer.header("Upload-Defer-Length", 1);
            }
            case Taken.Stored stored -> Answers.refused(Why.UNKNOWN);
            case Taken.Refused refused -> Answers.refused(refused.why());
        });
    }

    @PATCH
    @Path("/{upload}")
    public Response append(
            @PathParam("side") String side,
            @PathParam("upload") String upload,
            @HeaderParam(TUS) @Nullable String version,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable String length,
            InputStream body,
            @Context HttpServletRequest request) {
        return of(side, upload, version, request, (in, id) -> {
            if (!CONTENT_TYPE.equals(type)) {
                return Keys.plain(415, "unsupported");
            }
            OptionalLong at = Answers.number(offset);
            Optional<Checksum> sum = Optional.ofNullable(checksum).flatMap(Checksum::read);
            if (at.isEmpty() || (checksum != null && sum.isEmpty())) {
                return Answers.refused(Why.INVALID);
            }
            return switch (films.append(in, id, Answers.chunk(at.getAsLong(), length, body), sum)) {
                case Taken.Open open -> until(Response.noContent(), open).header(OFFSET, open.offset());
                case Taken.Stored stored -> Response.noContent().header(OFFSET, stored.bytes());
                case Taken.Refused refused -> Answers.refused(refused.why());
            };
        });
    }

    @DELETE
    @Path("/{upload}")
    public Response drop(
            @PathParam("side") String side,
            @PathParam("upload") String upload,
            @HeaderParam(TUS) @Nullable String version,
            @Context HttpServletRequest request) {
        return of(
                side,
                upload,
                version,
                request,
                (in, id) -> films.giveUp(in, id).map(Answers::refused).orElseGet(Response::noContent));
    }

    private static Response.ResponseBuilder until(Response.ResponseBuilder answer, Taken.Open open) {
        return answer.header("Upload-Expires", date(open.until()));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private Response of(
            String side,
            String upload,
            @Nullable String version,
            HttpServletRequest request,
            BiFunction<Admitted, UploadId, Response.ResponseBuilder> work) {
        return speaking(
                side,
                version,
                request,
                in -> id(upload).map(id -> work.apply(in, id)).orElseGet(() -> Answers.refused(Why.UNKNOWN)));
    }

    private static Optional<UploadId> id(String text) {
        try {
            return Optional.of(UploadId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The keys come first: whoever has none learns nothing of what is spoken here. */
    private Response speaking(
            String side,
            @Nullable String version,
            HttpServletRequest request,
            Function<Admitted, Response.ResponseBuilder> work) {
        return keys.with(Side.of(side), request, in -> {
            if (!TUS_VERSION.equals(version)) {
                return Keys.plain(412, "tus-version")
                        .header("Tus-Version", TUS_VERSION)
                        .build();
            }
            return work.apply(in).header(TUS, TUS_VERSION).build();
        });
    }
}
