package io.vedette.lab.camera;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** An answer as a camera gives it that does not know better, or knows very well. */
final class SpoiledAnswer {
    private static final int GARBAGE = 4096;
    private static final int LONG_LINE = 4 << 20;
    private static final int STREAMS = 1000;

    private SpoiledAnswer() {}

    /** @param right what a good camera says to this request */
    static byte[] of(Mischief mischief, RtspRequest request, RtspReply right, Random random) {
        String sequence = request.header("cseq");
        boolean describes = request.method().equals("DESCRIBE") && right.isOk();
        return switch (mischief) {
            case GARBAGE_ANSWERS -> garbage(random);
            case ENDLESS_HEADER ->
                ("RTSP/1.0 200 OK\r\nCSeq: " + sequence + "\r\nServer: " + "x".repeat(LONG_LINE))
                        .getBytes(StandardCharsets.US_ASCII);
            case HUGE_BODY ->
                ("RTSP/1.0 200 OK\r\nCSeq: " + sequence
                                + "\r\nContent-Type: application/sdp\r\nContent-Length: 2147483647\r\n\r\nv=0\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
            case REDIRECT ->
                RtspReply.refuse("302 Moved Temporarily")
                        .with("Location", "rtsp://127.0.0.1:1/elsewhere")
                        .bytes(sequence);
            case GARBAGE_DESCRIPTION -> describes ? described(letters(random), sequence) : right.bytes(sequence);
            case MANY_STREAMS -> describes ? described(streams(), sequence) : right.bytes(sequence);
            default -> right.bytes(sequence);
        };
    }

    static byte[] garbage(Random random) {
        byte[] bytes = new byte[GARBAGE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] described(String text, String sequence) {
        return RtspReply.ok().body("application/sdp", text).bytes(sequence);
    }

    private static String letters(Random random) {
        StringBuilder text = new StringBuilder("v=0\r\n");
        for (int line = 0; line < 200; line++) {
            text.append("mabcstvo".charAt(random.nextInt(8))).append('=');
            for (int i = random.nextInt(80); i > 0; i--) {
                text.append((char) (' ' + random.nextInt(95)));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String streams() {
        StringBuilder text = new StringBuilder("v=0\r\nt=0 0\r\n");
        for (int stream = 0; stream < STREAMS; stream++) {
            text.append("m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:trackID=")
                    .append(stream)
                    .append("\r\n");
        }
        return text.toString();
    }
}
