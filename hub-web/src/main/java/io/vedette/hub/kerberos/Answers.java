package io.vedette.hub.kerberos;

import io.vedette.hub.recordings.boundary.RequestBody;
import io.vedette.vault.intake.Chunk;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What both sides read and answer in the same way. Agents go by the status; the word is for whoever reads along. */
final class Answers {
    private static final int OK = 200;
    private static final int SOON_SECONDS = 5;
    private static final int LATER_SECONDS = 300;

    private Answers() {}

    /** To one body that was all of a film: success is 200 and nothing else. */
    static Response whole(Taken taken) {
        return switch (taken) {
            case Taken.Stored stored -> Keys.plain(OK, "stored").build();
            case Taken.Open open -> refused(Taken.Why.CUT).build();
            case Taken.Refused refused -> refused(refused.why()).build();
        };
    }

    static Response.ResponseBuilder refused(Taken.Why why) {
        var answer =
                Keys.plain(why.status(), why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return switch (why) {
            case BUSY -> answer.header("Retry-After", SOON_SECONDS);
            case DAY_FULL, NO_ROOM -> answer.header("Retry-After", LATER_SECONDS);
            default -> answer;
        };
    }

    /** Empty for none, and for what is no number. */
    static OptionalLong number(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(header))
                : OptionalLong.empty();
    }

    static Chunk chunk(long offset, @Nullable String length, InputStream body) {
        return new Chunk(offset, number(length).orElse(Chunk.UNKNOWN), new RequestBody(body));
    }
}
