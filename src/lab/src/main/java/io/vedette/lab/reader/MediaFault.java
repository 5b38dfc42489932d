package io.vedette.lab.reader;

/** FFmpeg could not open or read something. */
public final class MediaFault extends Exception {
    private final int code;

    MediaFault(String what, int code) {
        super("the media " + what + " (FFmpeg error " + code + ")");
        this.code = code;
    }

    MediaFault(String what, Throwable cause) {
        super("the media " + what, cause);
        this.code = 0;
    }

    /** FFmpeg's error number, 0 when it is not known: a negated errno, or one of its tags, such as that for HTTP's and RTSP's 401. */
    public int code() {
        return code;
    }

    /** Whether the other side wanted other credentials. */
    public boolean unauthorized() {
        return code == -825242872; // AVERROR_HTTP_UNAUTHORIZED, a macro that has no Java name
    }
}
