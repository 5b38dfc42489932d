package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import java.util.HashMap;
import java.util.Map;

/** JPEG after JPEG in one answer of HTTP (multipart/x-mixed-replace), as old network cameras send it. */
final class MjpegSource {
    private MjpegSource() {}

    static Demuxer open(StreamAddress address, CameraAccess access, StreamStop stop) throws StreamEnded {
        Map<String, String> options = new HashMap<>();
        options.put("timeout", "4000000"); // microseconds without a byte
        options.put("max_redirects", "0"); // a camera must not send us to somebody else
        options.put("protocol_whitelist", "http,tcp");
        String url = CameraUrl.withCredentials(address, access);
        if (address.kind() == StreamAddress.Kind.HTTP) {
            return Demuxer.open(url, "mpjpeg", options, stop);
        }
        return TlsIdentity.checked(address.uri(), access.trust(), trusted -> {
            options.put("protocol_whitelist", "https,tls,tcp");
            options.put("tls_verify", "1");
            options.put("ca_file", trusted.toString());
            return Demuxer.open(url, "mpjpeg", options, stop);
        });
    }
}
