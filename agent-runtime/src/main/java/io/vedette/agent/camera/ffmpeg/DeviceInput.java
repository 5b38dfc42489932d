package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.StreamAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avdevice;

/**
 * A camera at this machine, through libavdevice: in JPEG where the camera knows that, else as it is set (YUYV and whatever else
 * libavcodec can take apart). That library wants others of the machine, for screens and sound, that an agent has no use for; it is
 * loaded for this kind of camera alone, and without it only this camera is missing.
 */
final class DeviceInput implements PictureInput {
    private static final Pattern LIBRARY = Pattern.compile("(lib[\\w.-]+): (cannot open|file too short)");

    private final Demuxer demuxer;
    private final int video;

    private DeviceInput(Demuxer demuxer, int video) {
        this.demuxer = demuxer;
        this.video = video;
    }

    static DeviceInput open(StreamAddress address, StreamStop stop) throws StreamEnded {
        Path device = Path.of(address.uri().getPath());
        if (!Files.exists(device)) {
            throw new StreamEnded(Why.NO_DEVICE, device.toString());
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw new StreamEnded(Why.NO_ACCESS, device.toString());
        }
        load(avdevice::avdevice_register_all);
        try {
            return open(device.toString(), "v4l2", Map.of("input_format", "mjpeg"), stop);
        } catch (StreamEnded e) {
            if (e.why() != Why.BROKEN) {
                throw e;
            }
            return open(device.toString(), "v4l2", Map.of(), stop);
        }
    }

    /** Loads what is wanted. A library that is not there is a reason, not an end of the agent. */
    static void load(Runnable library) throws StreamEnded {
        try {
            library.run();
        } catch (LinkageError e) {
            throw new StreamEnded(Why.NO_LIBRARY, missing(e).orElse("libavdevice cannot be loaded"));
        }
    }

    /** The loader's own words are deep below; after the first try Java only repeats that there was one. */
    private static Optional<String> missing(Throwable error) {
        Matcher words = LIBRARY.matcher(String.valueOf(error.getMessage()));
        if (words.find()) {
            return Optional.of(words.group(1) + " is missing");
        }
        return error.getCause() == null ? Optional.empty() : missing(error.getCause());
    }

    /** @param format libavdevice's name for the kind of device */
    static DeviceInput open(String device, String format, Map<String, String> options, StreamStop stop)
            throws StreamEnded {
        Demuxer demuxer = Demuxer.openDevice(device, format, options, stop);
        for (int i = 0; i < demuxer.streams(); i++) {
            if (demuxer.parameters(i).codec_type() == AVMEDIA_TYPE_VIDEO) {
                return new DeviceInput(demuxer, i);
            }
        }
        demuxer.close();
        throw new StreamEnded(Why.NO_PICTURE, "the device has none");
    }

    @Override
    public PictureDecoder decoder() throws StreamEnded {
        return new PictureDecoder(demuxer.parameters(video), false);
    }

    @Override
    public AVPacket next() throws StreamEnded {
        AVPacket packet = demuxer.read();
        while (packet.stream_index() != video) {
            packet = demuxer.read();
        }
        return packet;
    }

    @Override
    public void close() {
        demuxer.close();
    }
}
