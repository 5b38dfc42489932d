package io.vedette.stack.state;

import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** At most one stack per folder. The system gives the lock back when the process ends, however it ends. */
public final class VarLock implements AutoCloseable {
    private final FileChannel channel;

    private VarLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link StackFailed} when another stack has the folder. */
    public static VarLock take(VarFolder var) {
        Path file = var.ready().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StackFailed("Another demo runs on " + var.root()
                        + ". Use that one, end it, or give this one a folder of its own: -Dvedette.var=FOLDER");
            }
            return new VarLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another stack of this same process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the lock back", e);
        }
    }
}
