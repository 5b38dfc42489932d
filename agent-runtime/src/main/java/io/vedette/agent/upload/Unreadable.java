package io.vedette.agent.upload;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** A recording's file cannot be read here; the message says why, for people, and names no path. */
final class Unreadable extends IOException {
    private Unreadable(String why, @Nullable IOException cause) {
        super("its file cannot be read at the edge: " + why, cause);
    }

    static Unreadable because(String why) {
        return new Unreadable(why, null);
    }

    static Unreadable because(IOException fault) {
        @Nullable
        String why = switch (fault) {
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException refused -> refused.getReason();
            default -> fault.getMessage();
        };
        return new Unreadable(why == null ? "an error of input or output" : why, fault);
    }
}
