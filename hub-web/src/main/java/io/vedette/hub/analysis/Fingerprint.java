package io.vedette.hub.analysis;

import io.vedette.vault.Sha256;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * SHA-256 over what a run says. By it a repetition is told from another content under the same name. Over values, not over the
 * document: spaces, the order of fields and pixels instead of shares make no other content.
 */
public record Fingerprint(String hex) {
    public static Fingerprint of(Analysis analysis) {
        MessageDigest digest = Sha256.computing();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            write(analysis, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
        return new Fingerprint(Sha256.of(digest).hex());
    }

    private static void write(Analysis analysis, DataOutputStream out) throws IOException {
        out.writeUTF(analysis.engine().name());
        out.writeUTF(analysis.engine().version());
        out.writeInt(analysis.detections().size());
        for (Detection one : analysis.detections()) {
            out.writeUTF(one.label().value());
            out.writeDouble(one.confidence().value());
            write(one.span(), out);
            out.writeBoolean(one.box().isPresent());
            if (one.box().isPresent()) {
                write(one.box().get(), out);
            }
        }
        out.writeInt(analysis.markers().size());
        for (Marker one : analysis.markers()) {
            out.writeUTF(one.name().value());
            out.writeUTF(one.value());
            out.writeDouble(one.confidence().value());
            write(one.span(), out);
            out.writeInt(one.labels().size());
            for (Label label : one.labels()) {
                out.writeUTF(label.value());
            }
        }
    }

    private static void write(Span span, DataOutputStream out) throws IOException {
        out.writeLong(span.fromMs());
        out.writeLong(span.toMs());
    }

    private static void write(Box box, DataOutputStream out) throws IOException {
        out.writeLong(box.atMs());
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
    }
}
