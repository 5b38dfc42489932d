package io.vedette.e2e.live;

import com.microsoft.playwright.Locator;
import io.vedette.lab.reader.ClockReader;
import io.vedette.lab.truth.GroundTruth;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A live picture as a browser shows it, beside what the camera saw. */
final class Watched {
    /** The picture on show and the page's clock, taken in one step: a screenshot takes its time. */
    private static final String GRAB = """
            tile => {
              const video = tile.querySelector('video');
              const canvas = document.createElement('canvas');
              canvas.width = video.videoWidth;
              canvas.height = video.videoHeight;
              const at = Date.now();
              canvas.getContext('2d').drawImage(video, 0, 0);
              return at + ' ' + canvas.toDataURL('image/png').split(',')[1];
            }""";

    private Watched() {}

    /** How far the picture on show is behind the camera, measured within the page; empty when its clock cannot be read. */
    static Optional<Duration> behind(Locator tile, GroundTruth truth) {
        String[] grabbed = String.valueOf(tile.evaluate(GRAB)).split(" ");
        Duration camera = truth.positionAt(Instant.ofEpochMilli(Long.parseLong(grabbed[0])));
        return ClockReader.read(image(Base64.getDecoder().decode(grabbed[1])))
                .map(shown ->
                        Duration.ofMillis(Math.floorMod(camera.minus(shown).toMillis(), truth.loopMs())));
    }

    /** The clock in a screenshot of the tile. */
    static Optional<Duration> clockOnScreen(Locator tile) {
        BufferedImage shot = image(tile.locator("video").screenshot());
        return ClockReader.read(shot, within(shot.getWidth(), shot.getHeight()));
    }

    /** The whole picture fits into its box; what is left of the box is black. */
    private static Rectangle2D within(double width, double height) {
        double scale = Math.min(width / 16, height / 9);
        return new Rectangle2D.Double((width - 16 * scale) / 2, (height - 9 * scale) / 2, 16 * scale, 9 * scale);
    }

    private static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException("no picture", e);
        }
    }
}
