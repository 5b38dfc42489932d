package io.vedette.lab.clip;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Duration;

/** A person on foot, seen from the side, in a few strokes. */
final class Figure {
    private static final Color SKIN = new Color(196, 150, 122);
    private static final double SWING = 0.17; // of the height: how far a foot gets ahead of the hip
    private static final double REACH = 0.27; // of the height: half the width nothing of the figure ever leaves

    private Figure() {}

    static Rectangle box(double x, double feetY, double height) {
        int half = (int) Math.ceil(height * REACH);
        int tall = (int) Math.ceil(height * 1.04);
        return new Rectangle((int) Math.round(x) - half, (int) Math.round(feetY) - tall, 2 * half, tall + 4);
    }

    static void paint(Graphics2D g, Walk walk, Duration position) {
        Shape before = g.getClip();
        g.clip(walk.window());
        double x = walk.xAt(position);
        double h = walk.height();
        double hip = walk.feetY() - h * 0.47;
        double shoulder = walk.feetY() - h * 0.80;
        double swing = Math.sin(walk.gaitAt(position)) * h * SWING;

        g.setStroke(round(h * 0.085));
        g.setColor(walk.trousers());
        g.draw(new Line2D.Double(x, hip, x + swing, walk.feetY() - h * 0.04));
        g.setColor(walk.trousers().darker());
        g.draw(new Line2D.Double(x, hip, x - swing, walk.feetY() - h * 0.04));

        g.setColor(walk.coat());
        g.fill(new RoundRectangle2D.Double(x - h * 0.10, shoulder, h * 0.20, h * 0.38, h * 0.1, h * 0.1));
        g.setStroke(round(h * 0.06));
        g.setColor(walk.coat().darker());
        g.draw(new Line2D.Double(x, shoulder + h * 0.05, x - swing * 0.8, hip));
        g.setColor(SKIN);
        g.fill(new Ellipse2D.Double(x - h * 0.065, walk.feetY() - h * 0.985, h * 0.13, h * 0.16));
        g.setClip(before);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
