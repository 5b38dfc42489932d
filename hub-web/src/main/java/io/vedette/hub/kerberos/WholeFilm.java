package io.vedette.hub.kerberos;

import io.vedette.hub.kerberos.Taken.Why;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A film in one body, as both sides take it. */
@Singleton
public class WholeFilm {
    private final Keys keys;
    private final TakeFilm films;
    private final Clock clock;

    @Inject
    public WholeFilm(Keys keys, TakeFilm films, Clock clock) {
        this.keys = keys;
        this.films = films;
        this.clock = clock;
    }

    /** @param length the header, as it came */
    Response store(Side side, HttpServletRequest request, @Nullable String length, InputStream body) {
        return keys.with(
                side,
                request,
                in -> Sending.read(Side.fields(request), clock.instant())
                        .map(sending -> Answers.whole(
                                films.whole(in, sending, Answers.number(length), Answers.chunk(0, length, body))))
                        .orElseGet(() -> Answers.refused(Why.INVALID).build()));
    }
}
