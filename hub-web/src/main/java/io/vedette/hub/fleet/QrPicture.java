package io.vedette.hub.fleet;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the page draws it: dark modules as one SVG path, in modules. Round it lie four light ones, which readers need
 * to find it, so that it can be read on a dark page as well.
 *
 * @param edge where the drawing begins, left and above
 * @param size of the drawing, its quiet zone included
 */
public record QrPicture(int edge, int size, String path) {
    private static final int QUIET = 4;

    public static QrPicture of(String text) {
        ByteMatrix code = encoded(text);
        var path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            int from = 0;
            for (int x = 0; x <= code.getWidth(); x++) {
                if (x == code.getWidth() || code.get(x, y) == 0) {
                    if (x > from) {
                        path.append("M%d %dH%dv1H%dz".formatted(from, y, x, from));
                    }
                    from = x + 1;
                }
            }
        }
        return new QrPicture(-QUIET, code.getWidth() + 2 * QUIET, path.toString());
    }

    private static ByteMatrix encoded(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
