package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Transport;
import java.util.HashMap;
import java.util.Map;

/** RTSP, plain or over TLS, with packets on the same connection or as datagrams. */
final class RtspSource {
    private RtspSource() {}

    /** Connects and asks the camera to play. */
    static Demuxer open(StreamAddress address, CameraAccess access, boolean withSound, StreamStop stop)
            throws StreamEnded {
        Map<String, String> options = new HashMap<>();
        options.put("timeout", "4000000"); // microseconds without a byte
        options.put("allowed_media_types", withSound ? "video+audio" : "video");
        boolean datagrams = access.transport() == Transport.UDP;
        options.put("rtsp_transport", datagrams ? "udp" : "tcp");
        options.put("protocol_whitelist", datagrams ? "rtsp,rtp,tcp,udp" : "rtsp,rtp,tcp");
        String url = CameraUrl.withCredentials(address, access);
        if (address.kind() == StreamAddress.Kind.RTSP) {
            return Demuxer.open(url, "rtsp", options, stop);
        }
        return TlsIdentity.checked(address.uri(), access.trust(), trusted -> {
            options.merge("protocol_whitelist", ",tls", String::concat);
            options.put("tls_verify", "1");
            options.put("ca_file", trusted.toString());
            return Demuxer.open(url, "rtsp", options, stop);
        });
    }
}
