package io.vedette.e2e.house;

import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A child of the stack that hangs: its connections are taken and nothing is ever answered. Goes on when this is closed. */
public final class Frozen implements AutoCloseable {
    private final long pid;

    private Frozen(long pid) {
        this.pid = pid;
    }

    public static Frozen of(Stack stack, String name) {
        Frozen child = new Frozen(stack.pid(name));
        child.signal("STOP");
        return child;
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " " + pid + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        signal("CONT");
    }
}
