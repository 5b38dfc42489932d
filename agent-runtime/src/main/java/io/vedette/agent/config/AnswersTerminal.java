package io.vedette.agent.config;

import io.vedette.agent.config.PairingAnswers.Given;
import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person at the terminal. Token and password are not shown while they are typed. What cannot be used is said at once
 * and asked again, so that nobody types all of it twice.
 */
public final class AnswersTerminal {
    private static final List<Question> QUESTIONS = List.of(
            new Question("token", "Pairing token, as the hub shows it (not shown here): ", true, true),
            new Question("camera", "RTSP address of the camera's main stream: ", false, true),
            new Question("sub", "RTSP address of its small stream (empty: none): ", false, false),
            new Question("user", "User at the camera (empty: none): ", false, false),
            new Question("password", "Password at the camera (not shown): ", true, false),
            new Question("delivery", "Send recordings at-once or on-demand (empty: at-once): ", false, false));

    private AnswersTerminal() {}

    private record Question(String name, String words, boolean hidden, boolean must) {
        boolean fits(Map<String, String> before) {
            return !name.equals("password") || before.containsKey("user");
        }
    }

    /** Whoever answers. */
    interface Person {
        /** Null when there is no more input. */
        @Nullable
        String answer(String question, boolean hidden);

        void hear(String words);
    }

    public static Given ask(Console console) {
        return ask(new AtConsole(console));
    }

    static Given ask(Person person) {
        Map<String, String> values = new TreeMap<>();
        for (Question question : QUESTIONS) {
            if (question.fits(values) && !settled(person, question, values)) {
                return new Given.Faulty(
                        List.of("There is nobody at the terminal: write a file and say --answers FILE."));
            }
        }
        return AnswersFile.of(values);
    }

    /** False when there is no more input. */
    private static boolean settled(Person person, Question question, Map<String, String> values) {
        for (; ; ) {
            String answer = person.answer(question.words(), question.hidden());
            if (answer == null) {
                return false;
            }
            String text = question.hidden() ? answer : answer.strip();
            if (text.isEmpty() && !question.must()) {
                return true;
            }
            Optional<String> fault = AnswersFile.fault(question.name(), text);
            if (fault.isEmpty()) {
                values.put(question.name(), text);
                return true;
            }
            person.hear("  " + fault.get());
        }
    }

    private record AtConsole(Console console) implements Person {
        @Override
        public @Nullable String answer(String question, boolean hidden) {
            if (!hidden) {
                return console.readLine("%s", question);
            }
            char[] typed = console.readPassword("%s", question);
            return typed == null ? null : new String(typed);
        }

        @Override
        public void hear(String words) {
            console.printf("%s%n", words);
        }
    }
}
