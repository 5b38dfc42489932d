package io.vedette.agent.config;

import io.vedette.agent.config.PairingAnswers.Given;
import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the person at the terminal. Token and password are not shown while they are typed. */
public final class AnswersTerminal {
    private AnswersTerminal() {}

    public static Given ask(Console console) {
        Map<String, String> values = new TreeMap<>();
        boolean there = hidden(console, values, "token", "Pairing token, as the hub shows it (not shown here): ");
        if (!there) {
            return new Given.Faulty(List.of("There is nobody at the terminal: write a file and say --answers FILE."));
        }
        shown(console, values, "camera", "RTSP address of the camera's main stream: ");
        shown(console, values, "sub", "RTSP address of its small stream (empty: none): ");
        shown(console, values, "user", "User at the camera (empty: none): ");
        if (values.containsKey("user")) {
            hidden(console, values, "password", "Password at the camera (not shown): ");
        }
        shown(console, values, "delivery", "Send recordings at-once or on-demand (empty: at-once): ");
        return AnswersFile.of(values);
    }

    private static void shown(Console console, Map<String, String> values, String name, String question) {
        String line = console.readLine("%s", question);
        if (line != null && !line.isBlank()) {
            values.put(name, line.strip());
        }
    }

    /** False when there is no more input. */
    private static boolean hidden(Console console, Map<String, String> values, String name, String question) {
        char[] typed = console.readPassword("%s", question);
        if (typed != null && typed.length > 0) {
            values.put(name, new String(typed));
        }
        return typed != null;
    }
}
