package io.vedette.hub.api;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.cameras.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of {@code matrix.txt}: an address and who may use it.
 *
 * @param query what stands behind the address when it is asked, question mark included; mostly nothing
 * @param sent kind of body, {@code json} or {@code form}, and the body; for public addresses and proofs the reason
 */
record MatrixRow(String method, String address, String query, String who, String sent) {
    private static final Set<String> OTHERS =
            Set.of("public", "proof", "inner", "person", "operator", "member", "belongs", "sees", "holder");
    private static final Set<String> OF_WHAT = Set.of("camera", "object");

    MatrixRow {
        if (words(who).isEmpty()) {
            throw new IllegalArgumentException("nobody is called nothing");
        }
    }

    /** Whether permissions are enough for it; true for who is said without any. */
    boolean within(Set<Permission> permissions) {
        return words(who).stream()
                .filter(word -> !OTHERS.contains(word))
                .allMatch(word -> alternatives(word).stream().anyMatch(permissions::containsAll));
    }

    /** Each is enough; throws for a word that means nothing. */
    private static List<Set<Permission>> alternatives(String word) {
        return word.equals("over-viewers")
                ? List.of(Role.VIEWER.permissions())
                : Stream.of(word.split("/"))
                        .map(name -> Set.of(Permission.valueOf(name)))
                        .toList();
    }

    private static List<String> words(String who) {
        List<String> words = Stream.of(who.split(" "))
                .filter(word -> !OF_WHAT.contains(word))
                .toList();
        words.stream().filter(word -> !OTHERS.contains(word)).forEach(MatrixRow::alternatives);
        return words;
    }

    boolean isFor(String kind) {
        return words(who).getFirst().equals(kind);
    }

    /** In which way it is about one camera, of those that a grant gives; empty when it is not. */
    Optional<Action> use() {
        return Stream.of(Action.values())
                .filter(action -> List.of(who.split("/")).contains(action.name()))
                .findFirst();
    }

    boolean ofACamera() {
        return who.endsWith(" camera");
    }

    boolean ofAnObject() {
        return who.endsWith(" object");
    }

    static List<MatrixRow> all() {
        try (var file = MatrixRow.class.getResourceAsStream("/matrix.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MatrixRow read(String line) {
        String[] parts = line.split("\\|", 3);
        String[] asked = parts[0].strip().split("\\s+");
        int query = asked[1].indexOf('?');
        return new MatrixRow(
                asked[0],
                query < 0 ? asked[1] : asked[1].substring(0, query),
                query < 0 ? "" : asked[1].substring(query),
                parts[1].strip(),
                parts[2].strip());
    }

    boolean page() {
        return address.startsWith("/operator")
                || address.startsWith("/t/")
                        && !address.contains("/media/")
                        && !address.contains("/socket/")
                        && !address.endsWith("/news");
    }

    /** Whether a browser is sent to the sign-in, instead of a program being told 401. */
    boolean ofPeople() {
        return page() || address.equals("/") || address.startsWith("/swagger/");
    }

    boolean ofATenant() {
        return address.contains("/t/{tenant}");
    }

    boolean writes() {
        return List.of("POST", "PUT", "PATCH", "DELETE").contains(method);
    }

    /** Whether the address names something of a tenant beside the tenant. */
    boolean names() {
        return (address + query).replace("{tenant}", "").contains("{");
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
