package io.vedette.hub.recordings.boundary;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The codecs of a media type by the names that people know; one without such a name stands as it is. */
class Codecs {
    private static final Map<String, String> NAMES =
            Map.of("avc1", "H.264", "hvc1", "H.265", "mp4a", "AAC", "opus", "Opus");

    private Codecs() {}

    static String of(String mime) {
        int begin = mime.indexOf("codecs=");
        if (begin < 0) {
            return mime;
        }
        String codecs = mime.substring(begin + "codecs=".length()).replace("\"", "");
        return Arrays.stream(codecs.split(","))
                .map(String::strip)
                .map(codec -> NAMES.getOrDefault(codec.replaceFirst("\\..*", ""), codec))
                .collect(Collectors.joining(", "));
    }
}
