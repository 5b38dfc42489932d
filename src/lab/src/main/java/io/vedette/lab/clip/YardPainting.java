package io.vedette.lab.clip;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.Random;

/** The yard with nobody in it: house, fence, path, lawn and a parked car. Nothing in it moves. Pixels of 1280x720. */
final class YardPainting {
    private YardPainting() {}

    static void paint(Graphics2D g) {
        Random grain = new Random(7); // always the same blades of grass
        g.setPaint(new GradientPaint(0, 0, new Color(150, 170, 190), 0, 300, new Color(190, 196, 200)));
        g.fillRect(0, 0, 1280, 320);
        ground(g, grain);
        fence(g);
        house(g);
        car(g);
    }

    private static void ground(Graphics2D g, Random grain) {
        g.setPaint(new GradientPaint(0, 310, new Color(92, 116, 70), 0, 720, new Color(70, 100, 52)));
        g.fillRect(0, 310, 1280, 410);
        for (int blade = 0; blade < 9000; blade++) {
            int x = grain.nextInt(1280);
            int y = 320 + grain.nextInt(400);
            int shade = grain.nextInt(30);
            g.setColor(new Color(60 + shade, 90 + shade, 44 + shade));
            g.drawLine(x, y, x + grain.nextInt(3) - 1, y - 3 - grain.nextInt(5));
        }
        g.setColor(new Color(158, 150, 138));
        g.fill(new Polygon(new int[] {0, 1280, 1280, 0}, new int[] {560, 548, 668, 690}, 4));
        g.fill(new Polygon(new int[] {700, 1280, 1280, 700}, new int[] {400, 394, 444, 452}, 4));
        g.setColor(new Color(132, 126, 116));
        for (int x = 0; x < 1280; x += 64) {
            g.drawLine(x, 560, x - 20, 690);
        }
        for (int stone = 0; stone < 1500; stone++) {
            int x = grain.nextInt(1280);
            int y = 570 + grain.nextInt(95);
            g.fillRect(x, y, 3, 2);
        }
    }

    private static void fence(Graphics2D g) {
        g.setColor(new Color(120, 92, 66));
        g.fillRect(540, 300, 740, 8);
        g.fillRect(540, 350, 740, 8);
        for (int x = 540; x < 1280; x += 22) {
            g.setColor(x % 44 == 12 ? new Color(134, 104, 76) : new Color(112, 84, 60));
            g.fillRect(x, 284, 14, 96);
        }
    }

    private static void house(Graphics2D g) {
        g.setColor(new Color(148, 86, 68));
        g.fillRect(60, 170, 640, 300);
        g.setColor(new Color(122, 70, 56));
        for (int y = 170; y < 470; y += 14) {
            g.drawLine(60, y, 700, y);
            for (int x = 60 + y / 14 % 2 * 16; x < 700; x += 32) {
                g.drawLine(x, y, x, y + 14);
            }
        }
        g.setColor(new Color(84, 56, 52));
        g.fill(new Polygon(new int[] {30, 380, 730}, new int[] {172, 40, 172}, 3));
        g.setColor(new Color(70, 48, 34));
        g.fillRect(340, 310, 90, 160);
        for (int x : new int[] {130, 230, 500, 600}) {
            g.setColor(new Color(226, 222, 210));
            g.fillRect(x - 6, 244, 72, 92);
            g.setColor(new Color(64, 78, 92));
            g.fillRect(x, 250, 60, 80);
        }
        g.setColor(new Color(214, 206, 180));
        g.fillRect(690, 236, 22, 14);
    }

    private static void car(Graphics2D g) {
        g.setColor(new Color(52, 84, 120));
        g.fillRoundRect(930, 490, 270, 70, 30, 30);
        g.fillRoundRect(980, 442, 160, 70, 40, 40);
        g.setColor(new Color(150, 170, 182));
        g.fillRoundRect(992, 452, 64, 36, 14, 14);
        g.fillRoundRect(1064, 452, 64, 36, 14, 14);
        g.setColor(new Color(26, 26, 28));
        g.fillOval(960, 532, 54, 54);
        g.fillOval(1116, 532, 54, 54);
    }

    /** The light of the lamp on the house's corner, to be laid over the painting. */
    static void lampLight(Graphics2D g) {
        Point2D lamp = new Point2D.Float(700, 330);
        g.setPaint(new RadialGradientPaint(lamp, 330, new float[] {0, 0.35f, 1}, new Color[] {
            new Color(255, 226, 160, 120), new Color(255, 226, 160, 56), new Color(255, 226, 160, 0)
        }));
        g.fill(new Ellipse2D.Double(370, 0, 660, 660));
        g.setColor(new Color(255, 248, 226, 16)); // what the camera's exposure makes of it everywhere else
        g.fillRect(0, 0, 1280, 720);
    }
}
