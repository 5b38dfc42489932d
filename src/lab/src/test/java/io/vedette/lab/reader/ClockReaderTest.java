package io.vedette.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.Clips;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockReaderTest {
    @TempDir
    static Path folder;

    private static final List<BufferedImage> PICTURES = new ArrayList<>();

    @BeforeAll
    static void decode() throws Exception {
        Path file = Clips.annexB(Clips.glimpse().main(), folder.resolve("main.h264"));
        RecordingReader.decode(file, frame -> PICTURES.add(frame.image()));
    }

    /** A page of some size with the video in the middle of it, as a browser would smooth it. */
    private static BufferedImage page(BufferedImage picture, Rectangle2D box) {
        BufferedImage page = new BufferedImage(1400, 1100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1400, 1100);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.translate(box.getX(), box.getY());
        g.scale(box.getWidth() / picture.getWidth(), box.getHeight() / picture.getHeight());
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 960, 801, 640, 487, 400})
    void readsTheClockFromAScaledPictureOnAPage(int width) {
        Rectangle2D box = new Rectangle2D.Double(37.5, 81.25, width, width * 9 / 16.0);
        for (int i = 0; i < PICTURES.size(); i++) {
            Optional<Duration> read = ClockReader.read(page(PICTURES.get(i), box), box);

            assertThat(read).isEqualTo(Optional.of(Duration.ofMillis(100L * i)));
        }
    }

    @Test
    void readsTheClockFromASmallJpeg() throws IOException {
        BufferedImage small =
                page(PICTURES.get(33), new Rectangle2D.Double(0, 0, 640, 360)).getSubimage(0, 0, 640, 360);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", jpeg);

        BufferedImage back = ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));

        assertThat(ClockReader.read(back)).contains(Duration.ofMillis(3300));
    }

    @Test
    void aPictureWithoutTheClockHasNoTime() {
        Rectangle2D lawn = new Rectangle2D.Double(0, 0, 640, 360);
        BufferedImage picture = PICTURES.getFirst();

        assertThat(ClockReader.read(picture, lawn)).isEmpty();
        assertThat(ClockReader.read(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }
}
