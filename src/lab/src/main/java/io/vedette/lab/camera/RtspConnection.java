package io.vedette.lab.camera;

import io.vedette.lab.camera.MediaOutput.Interleaved;
import io.vedette.lab.camera.rtp.RtpSender;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client, from its connection to its end: at most one session, media interleaved on the same connection (RFC 2326, section
 * 10.12) or by UDP, as the client wants it. Requests are answered by the thread that runs this; {@link #close} may come from any.
 */
final class RtspConnection {
    private static final Logger LOG = LoggerFactory.getLogger(RtspConnection.class);
    private static final Pattern CLIENT_PORTS = Pattern.compile("client_port=(\\d{1,5})-\\d{1,5}");
    private static final Pattern CHANNELS = Pattern.compile("interleaved=(\\d{1,3})-\\d{1,3}");
    private static final Duration UNTIL_WRAP = Duration.ofSeconds(3);
    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER";

    private final Socket socket;
    private final List<Mount> mounts;
    private final LoopClock clock;
    private final Gate gate;
    private final Supplier<Mischief> mischiefs;
    private final LoginCheck check;
    private final SecureRandom random;
    private final String session;
    private final Datagrams datagrams = new Datagrams();
    private final SortedMap<Integer, TrackFeed> feeds = new TreeMap<>();
    private @Nullable Mount mount;
    private boolean byDatagrams;
    private @Nullable Playback playback;
    private volatile @Nullable Thread player;

    RtspConnection(
            Socket socket,
            List<Mount> mounts,
            LoopClock clock,
            Gate gate,
            CameraDoor door,
            Supplier<Mischief> mischiefs,
            SecureRandom random) {
        this.socket = socket;
        this.mounts = mounts;
        this.clock = clock;
        this.gate = gate;
        this.mischiefs = mischiefs;
        this.random = random;
        this.check = door.check(random);
        this.session = Integer.toHexString(random.nextInt() | 0x1000_0000);
    }

    void serve() {
        try (socket) {
            Interleaved output = new Interleaved(socket.getOutputStream());
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<RtspRequest> request = RtspRequest.read(in);
                gate.pass();
                open = request.isPresent() && !request.get().method().equals("TEARDOWN");
                if (request.isPresent()) {
                    output.write(answered(request.get(), output));
                }
                startPlayer();
            }
        } catch (IOException e) {
            LOG.debug("a client hung up: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private byte[] answered(RtspRequest request, MediaOutput output) throws IOException {
        return SpoiledAnswer.of(mischiefs.get(), request, answer(request, output), random);
    }

    /** The pictures of all streams. */
    private List<Media> sizes() {
        return mounts.stream()
                .flatMap(each -> each.media().stream())
                .filter(Media::pictures)
                .toList();
    }

    private RtspReply answer(RtspRequest request, MediaOutput output) throws IOException {
        if (request.method().equals("OPTIONS")) {
            return RtspReply.ok().with("Public", METHODS);
        }
        if (!check.accepts(request)) {
            return RtspReply.refuse("401 Unauthorized").with("WWW-Authenticate", check.challenge());
        }
        return switch (request.method()) {
            case "DESCRIBE" -> describe(request);
            case "SETUP" -> setUp(request);
            case "PLAY" -> inSession(request, () -> play(request, output));
            case "PAUSE", "TEARDOWN" -> inSession(request, this::stopPlaying);
            case "GET_PARAMETER" -> inSession(request, RtspReply::ok);
            default -> RtspReply.refuse("501 Not Implemented");
        };
    }

    private RtspReply describe(RtspRequest request) {
        return mounts.stream()
                .filter(m -> m.path().equals(request.path()))
                .findFirst()
                .map(m -> RtspReply.ok()
                        .with("Content-Base", request.uri().replaceFirst("/?$", "/"))
                        .body("application/sdp", m.description()))
                .orElseGet(() -> RtspReply.refuse("404 Not Found"));
    }

    private int firstTimestamp(int clockRate) {
        if (mischiefs.get() != Mischief.CLOCK_WRAPS) {
            return random.nextInt();
        }
        long wrapsAt = clock.elapsed() + UNTIL_WRAP.toNanos();
        return (int) -(wrapsAt / 1_000_000 * clockRate / 1000);
    }

    private RtspReply setUp(RtspRequest request) throws IOException {
        String transport = request.header("transport");
        if (!transport.contains("RTP/AVP/TCP")
                && !CLIENT_PORTS.matcher(transport).find()) {
            return RtspReply.refuse("461 Unsupported Transport");
        }
        for (Mount candidate : mount == null ? mounts : List.of(mount)) {
            for (int number = 0; number < candidate.media().size(); number++) {
                if (candidate.control(number).equals(request.path())) {
                    return setUp(candidate, number, transport);
                }
            }
        }
        return RtspReply.refuse("404 Not Found");
    }

    private RtspReply setUp(Mount chosen, int number, String transport) throws IOException {
        if (playback != null) {
            return RtspReply.refuse("455 Method Not Valid in This State");
        }
        Matcher wish = CHANNELS.matcher(transport);
        byDatagrams = !transport.contains("RTP/AVP/TCP");
        int channel = !byDatagrams && wish.find() ? Integer.parseInt(wish.group(1)) & 0xfe : 2 * number;
        Media media = chosen.media().get(number);
        RtpSender sender = new RtpSender(
                channel,
                media.payloadType(),
                media.track().clockRate(),
                random.nextInt(),
                random.nextInt(),
                firstTimestamp(media.track().clockRate()));
        mount = chosen;
        feeds.put(number, new TrackFeed(media, sender));
        String where = byDatagrams
                ? "RTP/AVP;unicast;" + ports(channel, transport)
                : "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
        return inThisSession(RtspReply.ok()).with("Transport", where + ";ssrc=" + "%08X".formatted(sender.source()));
    }

    private String ports(int channel, String transport) throws IOException {
        Matcher wish = CLIENT_PORTS.matcher(transport);
        if (!wish.find()) {
            throw new IOException("no ports of the client");
        }
        int client = Integer.parseInt(wish.group(1));
        int[] ours = datagrams.open(channel, client);
        return "client_port=" + client + "-" + (client + 1) + ";server_port=" + ours[0] + "-" + ours[1];
    }

    private RtspReply play(RtspRequest request, MediaOutput output) {
        if (playback != null) {
            return inThisSession(RtspReply.ok()); // cameras take a second PLAY for a keep-alive
        }
        playback = new Playback(
                List.copyOf(feeds.values()), clock, gate, byDatagrams ? datagrams : output, mischiefs, sizes());
        String base = request.uri().replaceFirst("/?$", "/");
        List<String> info = new ArrayList<>();
        feeds.forEach((number, feed) -> info.add("url=" + base + "trackID=" + number + ";seq="
                + feed.sender().nextSequence() + ";rtptime=" + feed.nextTimestamp()));
        return inThisSession(RtspReply.ok()).with("Range", "npt=now-").with("RTP-Info", String.join(",", info));
    }

    /** Only after the answer to PLAY is out may media follow it. */
    private void startPlayer() {
        Playback current = playback;
        if (current != null && player == null) {
            player = Thread.ofVirtual().name("camera-playback").start(current::run);
        }
    }

    private RtspReply stopPlaying() {
        if (playback != null) {
            playback.end();
            playback = null;
            player = null;
        }
        return inThisSession(RtspReply.ok());
    }

    private RtspReply inSession(RtspRequest request, Supplier<RtspReply> work) {
        return feeds.isEmpty() || !request.header("session").split(";", 2)[0].equals(session)
                ? RtspReply.refuse("454 Session Not Found")
                : work.get();
    }

    private RtspReply inThisSession(RtspReply reply) {
        return reply.with("Session", session + ";timeout=60");
    }

    /** Ends the connection from outside, whatever it is doing. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing what was broken already: {}", e.getMessage());
        }
        datagrams.close();
        Thread playing = player;
        if (playing != null) {
            playing.interrupt();
        }
    }
}
