package io.vedette.hub.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in an ordered list: behind the entry with this key and id. Programs get it as one opaque word. It names no more than
 * the asker was shown, and grants nothing: the next page is asked for under the same rule of access as the first.
 *
 * @param list which list it was made for; a cursor of one list is no place in another
 * @param key what the list is ordered by
 */
public record Cursor(String list, String key, UUID id) {
    private static final int LONGEST = 1000;
    private static final char BETWEEN = '\n';

    /** The word of {@link #text} read back; throws {@link Refusal} for anything else. */
    public static Cursor read(String list, String word) {
        try {
            String[] parts = decoded(word).split(String.valueOf(BETWEEN), -1);
            if (parts.length == 3 && parts[0].equals(list)) {
                return new Cursor(list, parts[1], UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refusal(Problem.INVALID);
        }
        throw new Refusal(Problem.INVALID);
    }

    private static String decoded(String word) throws CharacterCodingException {
        if (word.length() > LONGEST) {
            throw new Refusal(Problem.INVALID);
        }
        // a strict decoder: what is no text would otherwise reach the database with marks of replacement in it
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(word)))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Problem.INVALID);
        }
        return text;
    }

    public String text() {
        String whole = list + BETWEEN + key + BETWEEN + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }
}
