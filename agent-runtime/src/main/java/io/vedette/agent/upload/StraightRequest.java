package io.vedette.agent.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.agent.wire.StoreAddress;
import io.vedette.contracts.link.FromHub.UploadGrant;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.upload.PartsAsk;
import io.vedette.contracts.upload.PartsState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The next step of an upload whose parts go straight to the store: asks the hub how far it is, or for the address of the next part, which is then sent, or
 * says that all of it is sent. Every answer is as tus would have given it.
 */
final class StraightRequest implements UploadRequest {
    /** So often the store may fail before the hub is the better way. */
    private static final int MOST_REFUSED = 2;

    private final HubAddress hub;
    private final UploadGrant grant;
    private final Transfer transfer;
    private final SourceFile file;
    private final Supplier<MessageDigest> digest;
    private final Throttle.Pace pace;

    private volatile boolean aborted;
    private volatile boolean reached;
    private volatile @Nullable HttpCall running;
    private volatile @Nullable HttpCall toStore;

    StraightRequest(
            HubAddress hub,
            UploadGrant grant,
            Transfer transfer,
            SourceFile file,
            Supplier<MessageDigest> digest,
            Throttle.Pace pace) {
        this.hub = hub;
        this.grant = grant;
        this.transfer = transfer;
        this.file = file;
        this.digest = digest;
        this.pace = pace;
    }

    @Override
    public Reply send() throws IOException {
        if (transfer.offset.isEmpty()) {
            return ask(null);
        }
        long from = transfer.offset.getAsLong();
        return from < file.bytes() ? ask(next(from)) : finish();
    }

    private PartsAsk.Next next(long from) throws Unreadable {
        long length = Math.min(transfer.partBytes, file.bytes() - from);
        return new PartsAsk.Next(
                Math.toIntExact(from / transfer.partBytes) + 1, file.sha256(digest.get(), from, length));
    }

    private Reply ask(PartsAsk.@Nullable Next next) throws IOException {
        byte[] body = LinkCodec.write(new PartsAsk(next)).getBytes(StandardCharsets.UTF_8);
        HttpAnswer answer = toHub("/parts", RequestBody.of(body), Limits.SHORT);
        if (answer.status() == 409) {
            return new Reply.NotThisWay("the hub wants it itself", false);
        }
        if (answer.status() != 200) {
            return TusRequest.meaning(answer, false);
        }
        try {
            return heard(LinkCodec.json().readValue(answer.text(), PartsState.class), next);
        } catch (JsonProcessingException e) {
            return new Reply.NotNow("an answer without the state of the parts", Duration.ZERO);
        }
    }

    private Reply heard(PartsState state, PartsAsk.@Nullable Next next) throws IOException {
        if (state.bytes() != file.bytes()) {
            return new Reply.At(0, state.bytes()); // another file than this one, which is said as it is of tus
        }
        transfer.partBytes = state.partBytes();
        long there = state.missing().isEmpty()
                ? state.bytes()
                : (long) state.partBytes() * (state.missing().getFirst() - 1);
        if (next == null || !state.missing().contains(next.number())) {
            return new Reply.At(there, state.bytes());
        }
        PartsState.Address address = state.address();
        long from = transfer.offset.orElseThrow();
        if (address == null || address.offset() != from || address.length() > file.bytes() - from) {
            return new Reply.NotNow("the hub gave no address for the part it was asked for", Duration.ZERO);
        }
        Reply reply = part(address);
        // the last one says nothing yet of the whole: that is for the hub to say
        return reply instanceof Reply.At at && at.offset() == file.bytes() ? finish() : reply;
    }

    private Reply part(PartsState.Address address) throws IOException {
        HttpCall call;
        try {
            StoreAddress store = StoreAddress.of(address.uri());
            var slice = new FileSlice(file.channel(), address.offset(), address.length(), pace);
            call = new HttpCall(store, "PUT", store.path(), address.headers(), slice, Limits.BULK);
        } catch (IllegalArgumentException e) {
            return new Reply.NotThisWay(String.valueOf(e.getMessage()), true);
        }
        toStore = call;
        try {
            HttpAnswer answer = sent(call);
            if (answer.status() / 100 == 2) {
                transfer.partsRefused = 0;
                return new Reply.At(address.offset() + address.length(), file.bytes());
            }
            return refused("the store answered " + answer.status());
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            if (aborted || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            return call.reached() ? refused(why) : new Reply.NotThisWay(why, true);
        }
    }

    private Reply refused(String why) {
        return ++transfer.partsRefused >= MOST_REFUSED
                ? new Reply.NotThisWay(why, true)
                : new Reply.NotNow(why, Duration.ZERO);
    }

    private Reply finish() throws IOException {
        return TusRequest.meaning(toHub("/parts/finish", RequestBody.NONE, Limits.BULK), false);
    }

    private HttpAnswer toHub(String below, RequestBody body, Limits limits) throws IOException {
        Map<String, String> headers =
                Map.of("Authorization", "Vedette " + grant.ticket(), "Content-Type", "application/json");
        HttpCall call = new HttpCall(hub, "POST", grant.path() + below, headers, body, limits);
        try {
            return sent(call);
        } finally {
            reached |= call.reached();
        }
    }

    private HttpAnswer sent(HttpCall call) throws IOException {
        running = call;
        if (aborted) { // before it could be told
            call.abort();
        }
        return call.send();
    }

    @Override
    public void abort() {
        aborted = true;
        HttpCall call = running;
        if (call != null) {
            call.abort();
        }
        pace.end();
    }

    @Override
    public boolean reached() {
        return reached;
    }

    @Override
    public long sent() {
        HttpCall call = toStore;
        return call == null ? 0 : call.sent();
    }
}
