package io.vedette.agent.config;

import io.vedette.agent.config.PairingAnswers.Given;
import io.vedette.contracts.Secret;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.pairing.PairingToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answers as lines {@code name=value}, named as {@link Answer} says. */
public final class AnswersFile {
    private static final int MOST = 16 * 1024;

    private AnswersFile() {}

    /** Lines of a file, whatever is asked. */
    sealed interface Lines {
        record Read(Map<String, String> values) implements Lines {}

        /**
         * It is no file of answers.
         *
         * @param fault a sentence
         */
        record Faulty(String fault) implements Lines {}
    }

    public static Given read(Path file) throws IOException {
        return of(lines(file));
    }

    static Lines lines(Path file) throws IOException {
        return Files.size(file) > MOST
                ? new Lines.Faulty(file + " is larger than 16 KB: that is no file of answers.")
                : lines(Files.readString(file));
    }

    static Given read(String text) throws IOException {
        return of(lines(text));
    }

    private static Given of(Lines lines) {
        return switch (lines) {
            case Lines.Read read -> of(read.values());
            case Lines.Faulty faulty -> new Given.Faulty(List.of(faulty.fault()));
        };
    }

    private static Lines lines(String text) throws IOException {
        Properties lines = new Properties();
        try (Reader in = new StringReader(text)) {
            lines.load(in);
        } catch (IllegalArgumentException e) {
            return new Lines.Faulty("The answers hold a \\u that is no character; write \\\\ for a backslash.");
        }
        Map<String, String> values = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> values.put(name, lines.getProperty(name)));
        return new Lines.Read(values);
    }

    /** The same rules for answers from a terminal. */
    static Given of(Map<String, String> values) {
        Fields in = Fields.ofAnswers(values, List.of(Answer.values()));
        @Nullable PairingToken token = in.text(Answer.TOKEN.key(), PairingToken::of);
        @Nullable StreamAddress main = in.text(Answer.CAMERA.key(), StreamAddress::of);
        @Nullable StreamAddress sub = in.optionalText(Answer.SUB.key(), StreamAddress::of);
        @Nullable String user = in.optionalText(Answer.USER.key(), Function.identity());
        @Nullable Secret password = in.optionalText(Answer.PASSWORD.key(), Secret::new);
        @Nullable Delivery delivery = in.optionalText(Answer.DELIVERY.key(), DeliveryWord::parse);

        if (!in.faults().isEmpty() || token == null || main == null) {
            return new Given.Faulty(in.faults());
        }
        CameraAccess access =
                new CameraAccess(main, sub, user == null ? "" : user, password == null ? new Secret("") : password);
        return new Given.Complete(new PairingAnswers(token, access, delivery == null ? Delivery.AT_ONCE : delivery));
    }
}
