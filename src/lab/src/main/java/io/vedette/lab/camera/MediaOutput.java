package io.vedette.lab.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a client's packets go. Safe for several threads. */
interface MediaOutput {
    /** @param packets in the interleaved form of RFC 2326, section 10.12, one or more */
    void write(byte[] packets) throws IOException;

    void close();

    /** A client's connection: answers and packets must not run into each other. */
    final class Interleaved implements MediaOutput {
        private static final Logger LOG = LoggerFactory.getLogger(Interleaved.class);

        private final ReentrantLock lock = new ReentrantLock();
        private final OutputStream out;

        Interleaved(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            lock.lock();
            try {
                out.write(bytes);
                out.flush();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                LOG.debug("closing what was broken already: {}", e.getMessage());
            }
        }
    }
}
