package io.vedette.lab.camera;

import io.vedette.lab.camera.rtp.AacPayload;
import io.vedette.lab.camera.rtp.NalPayload;
import io.vedette.lab.camera.rtp.Payload;
import io.vedette.lab.camera.rtp.WholePayload;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.clip.Track;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One track of a stream with its lines of the description.
 *
 * @param payloadType a number of RFC 3551 for G.711, else one that the description explains
 */
record Media(Track track, Payload payload, int payloadType, boolean pictures, String description) {
    private static final int VIDEO_TYPE = 96;
    private static final int AUDIO_TYPE = 97;

    static Media of(ClipForm.Pictures form, Track track) {
        return switch (form) {
            case H264 -> h264(track);
            case H265 -> h265(track);
        };
    }

    static Media of(ClipForm.Sound form, Track track) {
        return switch (form) {
            case AAC ->
                sound(track, new AacPayload(), AUDIO_TYPE, "MPEG4-GENERIC/" + track.clockRate() + "/1", aac(track));
            case PCMU -> sound(track, new WholePayload(), 0, "PCMU/8000", "");
            case PCMA -> sound(track, new WholePayload(), 8, "PCMA/8000", "");
            case L16 -> sound(track, new WholePayload(), AUDIO_TYPE, "L16/" + track.clockRate() + "/1", "");
            // two channels are what RFC 7587, section 7 wants there, whatever is in the packets
            case OPUS -> sound(track, new WholePayload(), AUDIO_TYPE, "opus/48000/2", "sprop-stereo=0");
        };
    }

    private static Media h264(Track track) {
        byte[] sps = track.configuration(0);
        byte[] pps = track.configuration(1);
        String parameters = "packetization-mode=1;profile-level-id="
                + HexFormat.of().withUpperCase().formatHex(sps, 1, 4)
                + ";sprop-parameter-sets=" + base64(sps) + "," + base64(pps);
        return pictures(track, NalPayload.h264(sps, pps), "H264", parameters);
    }

    private static Media h265(Track track) {
        byte[] vps = track.configuration(0);
        byte[] sps = track.configuration(1);
        byte[] pps = track.configuration(2);
        String parameters = "sprop-vps=" + base64(vps) + ";sprop-sps=" + base64(sps) + ";sprop-pps=" + base64(pps);
        return pictures(track, NalPayload.h265(vps, sps, pps), "H265", parameters);
    }

    private static Media pictures(Track track, Payload payload, String name, String parameters) {
        String lines = lines("video", VIDEO_TYPE, name + "/" + track.clockRate(), parameters) + "a=framerate:"
                + track.clockRate() / track.ticksPerUnit() + "\r\n";
        return new Media(track, payload, VIDEO_TYPE, true, lines);
    }

    private static Media sound(Track track, Payload payload, int type, String map, String parameters) {
        return new Media(track, payload, type, false, lines("audio", type, map, parameters));
    }

    private static String lines(String kind, int type, String map, String parameters) {
        return "m=" + kind + " 0 RTP/AVP " + type + "\r\na=rtpmap:" + type + " " + map + "\r\n"
                + (parameters.isEmpty() ? "" : "a=fmtp:" + type + " " + parameters + "\r\n");
    }

    private static String aac(Track track) {
        return "streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config="
                + HexFormat.of().formatHex(track.configuration(0));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The same bytes under a name that our agent does not take; sound stays what it is. */
    Media asVp8() {
        return pictures
                ? new Media(track, payload, payloadType, true, lines("video", payloadType, "VP8/90000", ""))
                : this;
    }
}
