package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String PAGE =
            "https://hub.example/t/northquay/cameras/0193c5a2-7d1e-7000-8000-00000000005a/pair";
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)H(\\d+)v1H(\\d+)z");
    private static final int PIXELS = 5;

    @Test
    void aReaderReadsTheAddressFromTheDrawing() throws ReaderException {
        QrPicture picture = QrPicture.of(PAGE);

        assertThat(read(picture)).isEqualTo(PAGE);
    }

    @Test
    void aQuietZoneOfFourLiesRoundIt() {
        QrPicture picture = QrPicture.of(PAGE);

        assertThat(picture.edge()).isEqualTo(-4);
        assertThat(picture.path()).startsWith("M0 0H7v1H0z");
        assertThat(BAR.matcher(picture.path()).results().mapToInt(bar -> Integer.parseInt(bar.group(3))))
                .allMatch(end -> end <= picture.size() - 8)
                .contains(picture.size() - 8);
    }

    /** As a browser paints it: light paper, then the path. */
    private static String read(QrPicture picture) throws ReaderException {
        int width = picture.size() * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        BAR.matcher(picture.path()).results().forEach(bar -> {
            int from = Integer.parseInt(bar.group(1)) - picture.edge();
            int y = Integer.parseInt(bar.group(2)) - picture.edge();
            int to = Integer.parseInt(bar.group(3)) - picture.edge();
            for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
                Arrays.fill(pixels, row * width + from * PIXELS, row * width + to * PIXELS, 0);
            }
        });
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
