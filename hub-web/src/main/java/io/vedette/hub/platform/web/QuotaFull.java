package io.vedette.hub.platform.web;

import java.util.List;
import java.util.Locale;

/**
 * Which quota of a tenant is used up; what {@link Problem#QUOTA} says in words and in its document.
 *
 * @param quota its word, {@code cameras}
 */
public record QuotaFull(String quota, long used, long allowed) {
    String words(Locale language) {
        return Messages.text(language, "problem.quota." + quota, List.of(used, allowed));
    }
}
