package io.vedette.agent.spool;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A checksum over the words of a row. SQLite notices a page that makes no sense, not a digit that became another one; a
 * recording announced with such a digit would be lost.
 */
final class Seal {
    private Seal() {}

    /** CRC-32C over the parts' text, each followed by a zero byte. */
    static long of(@Nullable Object... parts) {
        CRC32C sum = new CRC32C();
        for (Object part : parts) {
            sum.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        }
        return sum.getValue();
    }
}
