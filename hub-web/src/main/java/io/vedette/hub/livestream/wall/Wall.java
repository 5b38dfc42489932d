package io.vedette.hub.livestream.wall;

import io.vedette.contracts.id.CameraId;
import java.util.List;

/**
 * How the wall is laid out. Whatever an address asks for, the answer is a wall that can be drawn.
 *
 * @param layout pictures at once
 * @param page from 1
 */
public record Wall(int layout, int page, int pages, int cameras) {
    public static final List<Integer> LAYOUTS = List.of(1, 4, 9);

    static Wall of(String layout, String page, int cameras) {
        int asked = number(layout);
        int pictures = LAYOUTS.contains(asked) ? asked : fitting(cameras);
        int pages = Math.max(1, (cameras + pictures - 1) / pictures);
        return new Wall(pictures, Math.clamp(number(page), 1, pages), pages, cameras);
    }

    /** The smallest layout that shows all of them, else the largest. */
    private static int fitting(int cameras) {
        return LAYOUTS.stream().filter(layout -> layout >= cameras).findFirst().orElse(LAYOUTS.getLast());
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    public List<Integer> layouts() {
        return LAYOUTS;
    }

    /** Those of all that are on this page. */
    List<CameraId> shown(List<CameraId> all) {
        return all.stream().skip(skipped()).limit(layout).toList();
    }

    /** Cameras on the pages before this one. */
    public int skipped() {
        return (page - 1) * layout;
    }

    /** The class that arranges the pictures of this page: so that they fill the wall, not the room that the layout has. */
    public String columns() {
        int shown = Math.min(layout, cameras - skipped());
        if (shown > 4) {
            return "three";
        }
        return switch (shown) {
            case 3, 4 -> "two";
            case 2 -> "pair";
            default -> "one";
        };
    }
}
