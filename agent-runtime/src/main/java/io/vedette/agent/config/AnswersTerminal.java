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
    static final String NOBODY = "There is nobody at the terminal: write a file and say --answers FILE.";

    private AnswersTerminal() {}

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
        Optional<Map<String, String>> values = values(person, List.of(Answer.values()));
        return values.isPresent() ? AnswersFile.of(values.get()) : new Given.Faulty(List.of(NOBODY));
    }

    /** Empty when there is no more input. */
    static Optional<Map<String, String>> values(Console console, List<? extends Question> questions) {
        return values(new AtConsole(console), questions);
    }

    private static Optional<Map<String, String>> values(Person person, List<? extends Question> questions) {
        Map<String, String> values = new TreeMap<>();
        for (Question question : questions) {
            if (asked(question, values) && !settled(person, question, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean asked(Question question, Map<String, String> before) {
        return question != Answer.PASSWORD || before.containsKey(Answer.USER.key());
    }

    /** False when there is no more input. */
    private static boolean settled(Person person, Question question, Map<String, String> values) {
        Question.Wording how = question.wording();
        for (; ; ) {
            String answer = person.answer(how.question(), how.hidden());
            if (answer == null) {
                return false;
            }
            String text = how.hidden() ? answer : answer.strip();
            if (text.isEmpty() && !how.must()) {
                return true;
            }
            Optional<String> fault = question.fault(text);
            if (fault.isEmpty()) {
                values.put(question.key(), text);
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
