package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import io.vedette.agent.camera.StreamStop;

/** libavformat's error codes in our words. */
final class Refusals {
    // Negated errno of Linux; libavutil has no names for them.
    private static final int CONNECTION_REFUSED = -111;
    private static final int TIMED_OUT = -110;
    private static final int HOST_UNREACHABLE = -113;
    private static final int NETWORK_UNREACHABLE = -101;
    private static final int INPUT_OUTPUT = -5;
    private static final int NO_SUCH_DEVICE = -19;
    private static final int BUSY = -16;

    private Refusals() {}

    static StreamEnded of(int code, StreamStop stop) {
        Why why;
        if (stop.asked()) {
            why = Why.STOPPED;
        } else if (stop.due() || code == TIMED_OUT || code == AVERROR_EXIT()) {
            why = Why.TIMED_OUT;
        } else if (code == AVERROR_HTTP_UNAUTHORIZED() || code == AVERROR_HTTP_FORBIDDEN()) {
            why = Why.UNAUTHORISED;
        } else if (code == AVERROR_HTTP_NOT_FOUND()) {
            why = Why.NOT_FOUND;
        } else if (code == CONNECTION_REFUSED
                || code == HOST_UNREACHABLE
                || code == NETWORK_UNREACHABLE
                || code == INPUT_OUTPUT) {
            why = Why.REFUSED;
        } else if (code == NO_SUCH_DEVICE) {
            why = Why.NO_DEVICE;
        } else if (code == BUSY) {
            why = Why.TAKEN;
        } else if (code == AVERROR_EOF()) {
            why = Why.ENDED;
        } else {
            // A camera that accepts and says nothing also ends here, with AVERROR_INVALIDDATA.
            why = code == AVERROR_INVALIDDATA() ? Why.TIMED_OUT : Why.BROKEN;
        }
        return new StreamEnded(why, "code " + code);
    }
}
