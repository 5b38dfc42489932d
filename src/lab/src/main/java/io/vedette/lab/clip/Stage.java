package io.vedette.lab.clip;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a plan, picture by picture, into planes of one size. Only what changed since the last picture is painted and converted
 * again: converting whole pictures would cost more than drawing and encoding them. One thread.
 */
final class Stage {
    private final ClipPlan plan;
    private final double scale;
    private final int[] unlit;
    private final int[] lit;
    private final int[] empty; // the yard under the light of this moment
    private final BufferedImage canvas;
    private final Planes planes;
    private List<Rectangle> stale = List.of();
    private double lamp = -1;

    Stage(ClipPlan plan, int width, int height) {
        this.plan = plan;
        this.scale = (double) width / ClipPlan.WIDTH;
        this.canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.planes = new Planes(width, height);
        Graphics2D g = brush();
        YardPainting.paint(g);
        this.unlit = pixels().clone();
        YardPainting.lampLight(g);
        this.lit = pixels().clone();
        this.empty = new int[unlit.length];
        g.dispose();
    }

    /** The picture at a position of the loop, without noise. Valid until the next call. */
    Planes pictureAt(Duration position) {
        light(plan.lampAt(position));
        for (Rectangle area : stale) {
            for (int y = area.y; y < area.getMaxY(); y++) {
                int at = y * canvas.getWidth() + area.x;
                System.arraycopy(empty, at, pixels(), at, area.width);
            }
        }
        List<Rectangle> changed = new ArrayList<>();
        Graphics2D g = brush();
        for (Walk walk : plan.walks()) {
            Rectangle box = walk.boxAt(position);
            if (!box.isEmpty()) {
                Figure.paint(g, walk, position);
                changed.add(onCanvas(box));
            }
        }
        BurntClock.paint(g, (int) (position.toMillis() / 100));
        g.dispose();
        changed.add(onCanvas(BurntClock.CODE));
        changed.add(onCanvas(BurntClock.DIGITS));
        stale.forEach(area -> planes.convert(pixels(), area));
        changed.forEach(area -> planes.convert(pixels(), area));
        stale = List.copyOf(changed);
        return planes;
    }

    private void light(double level) {
        if (level == lamp) {
            return;
        }
        lamp = level;
        int share = (int) Math.round(level * 256);
        for (int i = 0; i < empty.length; i++) {
            int blue = mix(unlit[i] & 0xff, lit[i] & 0xff, share);
            int green = mix(unlit[i] >> 8 & 0xff, lit[i] >> 8 & 0xff, share);
            int red = mix(unlit[i] >> 16 & 0xff, lit[i] >> 16 & 0xff, share);
            empty[i] = red << 16 | green << 8 | blue;
        }
        System.arraycopy(empty, 0, pixels(), 0, empty.length);
        planes.convert(pixels(), new Rectangle(canvas.getWidth(), canvas.getHeight()));
        stale = List.of();
    }

    private static int mix(int from, int to, int share) {
        return from + ((to - from) * share >> 8);
    }

    private int[] pixels() {
        return ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    }

    private Graphics2D brush() {
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scale, scale);
        return g;
    }

    /** In this picture's pixels, with a margin for smoothed edges, on even borders because colour has half the resolution. */
    private Rectangle onCanvas(Rectangle area) {
        int left = (int) (area.x * scale - 2) & ~1;
        int top = (int) (area.y * scale - 2) & ~1;
        int right = (int) (area.getMaxX() * scale + 4) & ~1;
        int bottom = (int) (area.getMaxY() * scale + 4) & ~1;
        return new Rectangle(left, top, right - left, bottom - top)
                .intersection(new Rectangle(canvas.getWidth(), canvas.getHeight()));
    }
}
