package io.vedette.hub.recordings.boundary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a list with what narrows it: the page's whole state. */
record Address(String path, Map<String, String> values, int page) {
    private static final int LAST_PAGE = 10_000;

    static Address of(String path, int page) {
        return new Address(path, Map.of(), Math.clamp(page, 1, LAST_PAGE));
    }

    /** Another choice begins at the first page. */
    Address with(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        if (value == null || value.isBlank()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Address(path, more, 1);
    }

    Address without(String name) {
        return with(name, null);
    }

    /** As it is, on this page. */
    Address on(int wanted) {
        return new Address(path, values, Math.clamp(wanted, 1, LAST_PAGE));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int skip(int size) {
        return (page - 1) * size;
    }

    String next() {
        return on(page + 1).toString();
    }

    @Override
    public String toString() {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        return all.isEmpty()
                ? path
                : path
                        + all.entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }
}
