package io.vedette.lab.camera;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RTP over UDP, on loopback: each channel has a socket of its own, the even one for media and the next one for its reports
 * (RFC 3550, section 11). Nothing is received.
 */
final class Datagrams implements MediaOutput {
    private record Line(DatagramSocket socket, SocketAddress client) {}

    private final Map<Integer, Line> lines = new ConcurrentHashMap<>();

    /**
     * Opens a pair of channels.
     *
     * @param firstPort of the client, for media; the next one is for reports
     * @return our own two ports
     */
    int[] open(int channel, int firstPort) throws IOException {
        return new int[] {line(channel, firstPort), line(channel + 1, firstPort + 1)};
    }

    private int line(int channel, int clientPort) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        DatagramSocket socket = new DatagramSocket(0, here);
        lines.put(channel, new Line(socket, new InetSocketAddress(here, clientPort)));
        return socket.getLocalPort();
    }

    @Override
    public void write(byte[] packets) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(packets);
        while (rest.hasRemaining()) {
            rest.get(); // '$'
            Line line = lines.get((int) rest.get());
            int length = Short.toUnsignedInt(rest.getShort());
            if (line == null || line.socket.isClosed()) {
                throw new IOException("this channel is closed");
            }
            line.socket.send(new DatagramPacket(packets, rest.position(), length, line.client));
            rest.position(rest.position() + length);
        }
    }

    @Override
    public void close() {
        lines.values().forEach(line -> line.socket.close());
    }
}
