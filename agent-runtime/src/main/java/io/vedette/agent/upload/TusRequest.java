package io.vedette.agent.upload;

import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.link.FromHub.UploadGrant;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** One request of tus 1.0 (core protocol): HEAD to learn the offset, PATCH to go on from there. */
final class TusRequest implements UploadRequest {
    private static final String VERSION = "1.0.0";
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final HttpCall call;
    private final boolean carriesBytes;
    private final Runnable endOfBody;

    private TusRequest(HttpCall call, boolean carriesBytes, Runnable endOfBody) {
        this.call = call;
        this.carriesBytes = carriesBytes;
        this.endOfBody = endOfBody;
    }

    static TusRequest head(HubAddress hub, UploadGrant grant) {
        Map<String, String> headers = Map.of("Tus-Resumable", VERSION, "Authorization", "Vedette " + grant.ticket());
        return new TusRequest(
                new HttpCall(hub, "HEAD", grant.path(), headers, RequestBody.NONE, Limits.SHORT), false, () -> {});
    }

    static TusRequest patch(HubAddress hub, UploadGrant grant, FileSlice slice) {
        Map<String, String> headers = Map.of(
                "Tus-Resumable",
                VERSION,
                "Authorization",
                "Vedette " + grant.ticket(),
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                Long.toString(slice.from()));
        return new TusRequest(
                new HttpCall(hub, "PATCH", grant.path(), headers, slice, Limits.BULK), true, slice.pace()::end);
    }

    @Override
    public Reply send() throws IOException {
        return meaning(call.send(), carriesBytes);
    }

    @Override
    public void abort() {
        call.abort();
        endOfBody.run();
    }

    @Override
    public boolean reached() {
        return call.reached();
    }

    @Override
    public long sent() {
        return call.sent();
    }

    /** @param carriesBytes of the recording */
    static Reply meaning(HttpAnswer answer, boolean carriesBytes) {
        return switch (answer.status()) {
            case 200, 204 -> {
                OptionalLong offset = answer.number("Upload-Offset");
                yield offset.isPresent()
                        ? new Reply.At(
                                offset.getAsLong(),
                                answer.number("Upload-Length").orElse(-1))
                        : new Reply.NotNow("an answer without an offset", Duration.ZERO);
            }
            case 401, 403 -> new Reply.TicketRefused(answer.status());
            case 404, 410 -> new Reply.NotWanted(answer.status());
            case 409 -> new Reply.OtherOffset();
            case 422, 460 -> new Reply.Hopeless("the hub received other bytes than the index promised");
            case 413 -> new Reply.Hopeless("the hub, or a proxy before it, takes no request of this size (413)");
            case 400, 405, 411, 412, 414, 415, 431, 451 ->
                new Reply.Hopeless("the hub refuses the request (" + answer.status() + ")");
            case 507 -> new Reply.NoRoom(wait(answer));
            case 429, 503 -> unable(answer, carriesBytes);
            default -> new Reply.NotNow("the hub answered " + answer.status(), wait(answer));
        };
    }

    /** What carries bytes is counted as a try: a hub that refuses them for ever would fill the uplink. */
    private static Reply unable(HttpAnswer answer, boolean carriesBytes) {
        Duration after = wait(answer);
        return carriesBytes || after.isZero()
                ? new Reply.NotNow("the hub answered " + answer.status(), after)
                : new Reply.HubBusy(after);
    }

    private static Duration wait(HttpAnswer answer) {
        return Duration.ofSeconds(
                Math.min(LONGEST_WAIT_SECONDS, answer.number("Retry-After").orElse(0)));
    }
}
