package io.vedette.vault;

import java.util.regex.Pattern;

/** By what a store knows an upload in parts that was begun. Its own word, which means nothing to anybody else. */
public record PartsId(String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,1024}");

    public PartsId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not what a store calls an upload");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
