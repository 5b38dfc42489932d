package io.vedette.agent.camera.jpeg;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The body of an answer that a camera makes up. */
public final class MultipartPicturesFuzz {
    private MultipartPicturesFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        MultipartPictures pictures = new MultipartPictures(new ByteArrayInputStream(body), "next");
        int bytes = 0;
        try {
            while (bytes <= body.length) {
                bytes += pictures.next().length + 1;
            }
            throw new IllegalStateException("more pictures than bytes");
        } catch (IOException end) {
            // that is how it ends
        }
    }
}
