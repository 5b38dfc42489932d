package io.vedette.stack;

import io.vedette.stack.demo.People;
import java.util.Locale;

/** The short table at the end of a start. */
final class Summary {
    private Summary() {}

    static String of(Stack stack) {
        StringBuilder table = new StringBuilder("\n");
        line(table, "Hub", stack.hub().toString());
        line(table, "Keycloak", stack.keycloak() + "  (admin; its password is in " + stack.secretsFile() + ")");
        stack.accounts()
                .forEach(account -> line(
                        table,
                        "Login",
                        String.format(
                                Locale.ROOT,
                                "%-8s %s  (%s)",
                                account.name(),
                                account.password().reveal(),
                                account.role().equals(People.OPERATOR)
                                        ? "operator of the hub"
                                        : account.role().toLowerCase(Locale.ROOT) + " in acme")));
        stack.agents()
                .forEach(agent -> line(
                        table, "Camera", agent.main() + "  (agent " + agent.name() + ", " + agent.delivery() + ")"));
        line(table, "Database", stack.databaseUrl());
        line(table, "Logs", stack.logs().toString());
        return table.toString();
    }

    private static void line(StringBuilder table, String name, String value) {
        table.append(String.format(Locale.ROOT, "  %-10s %s%n", name, value));
    }
}
