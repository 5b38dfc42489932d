package io.vedette.lab.camera;

import io.vedette.lab.camera.rtp.AacPayload;
import io.vedette.lab.camera.rtp.H264Payload;
import io.vedette.lab.camera.rtp.Payload;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.Track;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** One stream the camera offers, such as {@code /main}, and how it describes itself (SDP, RFC 8866). */
record Mount(String path, List<Media> media) {
    private static final int VIDEO_TYPE = 96;
    private static final int AUDIO_TYPE = 97;

    /** One track of a stream with its lines of the description. */
    record Media(Track track, Payload payload, int payloadType, String description) {}

    static List<Mount> of(ClipFolder clip) {
        return List.of(
                new Mount("/main", List.of(video(clip.main()), audio(clip.sound()))),
                new Mount("/sub", List.of(video(clip.sub()))));
    }

    /** The same stream, described as a camera of another making would. */
    Mount as(Offer offer) {
        return switch (offer) {
            case USUAL -> this;
            case VP8 -> new Mount(path, media.stream().map(Mount::vp8).toList());
            case SOUND_ONLY ->
                new Mount(
                        path,
                        media.stream()
                                .filter(one -> one.payloadType() != VIDEO_TYPE)
                                .toList());
        };
    }

    private static Media vp8(Media media) {
        if (media.payloadType() != VIDEO_TYPE) {
            return media;
        }
        String lines = "m=video 0 RTP/AVP " + VIDEO_TYPE + "\r\n" + "a=rtpmap:" + VIDEO_TYPE + " VP8/"
                + media.track().clockRate() + "\r\n";
        return new Media(media.track(), media.payload(), VIDEO_TYPE, lines);
    }

    private static Media video(Track track) {
        byte[] sps = track.configuration(0);
        byte[] pps = track.configuration(1);
        Base64.Encoder base64 = Base64.getEncoder();
        String lines = "m=video 0 RTP/AVP " + VIDEO_TYPE + "\r\n"
                + "a=rtpmap:" + VIDEO_TYPE + " H264/" + track.clockRate() + "\r\n"
                + "a=fmtp:" + VIDEO_TYPE + " packetization-mode=1;profile-level-id="
                + HexFormat.of().withUpperCase().formatHex(sps, 1, 4)
                + ";sprop-parameter-sets=" + base64.encodeToString(sps) + "," + base64.encodeToString(pps) + "\r\n"
                + "a=framerate:" + track.clockRate() / track.ticksPerUnit() + "\r\n";
        return new Media(track, new H264Payload(sps, pps), VIDEO_TYPE, lines);
    }

    private static Media audio(Track track) {
        String lines = "m=audio 0 RTP/AVP " + AUDIO_TYPE + "\r\n"
                + "a=rtpmap:" + AUDIO_TYPE + " MPEG4-GENERIC/" + track.clockRate() + "/1\r\n"
                + "a=fmtp:" + AUDIO_TYPE + " streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;"
                + "indexdeltalength=3;config=" + HexFormat.of().formatHex(track.configuration(0)) + "\r\n";
        return new Media(track, new AacPayload(), AUDIO_TYPE, lines);
    }

    String control(int number) {
        return path + "/trackID=" + number;
    }

    String description() {
        StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=Vedette test camera\r\n"
                + "c=IN IP4 127.0.0.1\r\nt=0 0\r\na=control:*\r\na=range:npt=now-\r\n");
        for (int number = 0; number < media.size(); number++) {
            text.append(media.get(number).description())
                    .append("a=control:trackID=")
                    .append(number)
                    .append("\r\n");
        }
        return text.toString();
    }
}
