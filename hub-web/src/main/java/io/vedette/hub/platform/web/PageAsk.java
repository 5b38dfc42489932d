package io.vedette.hub.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a program asks for.
 *
 * @param list name of the list, part of its cursors
 * @param limit at most this many entries
 * @param after the place behind which the page begins; empty for the first
 */
public record PageAsk(String list, int limit, Optional<Cursor> after) {
    public static final int USUAL = 100;
    public static final int MOST = 500;

    /** More than {@link #MOST} means {@code MOST}; what is no number, or a cursor of something else, is refused. */
    public static PageAsk of(String list, @Nullable String limit, @Nullable String cursor) {
        return new PageAsk(
                list,
                limit == null ? USUAL : limit(limit),
                Optional.ofNullable(cursor).map(word -> Cursor.read(list, word)));
    }

    private static int limit(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new Refusal(Problem.INVALID);
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    /** What to ask the database for: one more than the page holds tells whether there is another. */
    public int oneMore() {
        return limit + 1;
    }

    /** The time in the cursor of a list that is ordered by time. */
    public static Instant time(Cursor cursor) {
        try {
            return Instant.parse(cursor.key());
        } catch (DateTimeException e) {
            throw new Refusal(Problem.INVALID);
        }
    }

    /**
     * A page of a list.
     *
     * @param next address of the following one; null at the end
     */
    public record Slice<T>(List<T> entries, @Nullable String next) {
        public <R> List<R> map(Function<T, R> shape) {
            return entries.stream().map(shape).toList();
        }
    }

    /**
     * Cuts the page out of what was found.
     *
     * @param found in order, up to {@link #oneMore} entries
     * @param path address of the list
     * @param query what else the next page must be asked with
     */
    public <T> Slice<T> slice(
            List<T> found, Function<T, String> key, Function<T, UUID> id, String path, Map<String, String> query) {
        if (found.size() <= limit) {
            return new Slice<>(List.copyOf(found), null);
        }
        List<T> page = List.copyOf(found.subList(0, limit));
        T last = page.getLast();
        List<String> parameters = new ArrayList<>();
        query.forEach((name, value) -> parameters.add(name + "=" + encoded(value)));
        parameters.add("limit=" + limit);
        parameters.add("cursor=" + new Cursor(list, key.apply(last), id.apply(last)).text());
        return new Slice<>(page, path + "?" + String.join("&", parameters));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
