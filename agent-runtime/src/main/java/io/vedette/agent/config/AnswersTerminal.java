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
        Map<String, String> values = new TreeMap<>();
        for (Answer question : Answer.values()) {
            if (asked(question, values) && !settled(person, question, values)) {
                return new Given.Faulty(
                        List.of("There is nobody at the terminal: write a file and say --answers FILE."));
            }
        }
        return AnswersFile.of(values);
    }

    private static boolean asked(Answer question, Map<String, String> before) {
        return question != Answer.PASSWORD || before.containsKey(Answer.USER.key());
    }

    /** False when there is no more input. */
    private static boolean settled(Person person, Answer question, Map<String, String> values) {
        for (; ; ) {
            String answer = person.answer(question.question(), question.hidden());
            if (answer == null) {
                return false;
            }
            String text = question.hidden() ? answer : answer.strip();
            if (text.isEmpty() && !question.must()) {
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
