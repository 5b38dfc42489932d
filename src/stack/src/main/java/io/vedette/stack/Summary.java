package io.vedette.stack;

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
                                "%-6s %s  (%s in acme)",
                                account.name(),
                                account.password().reveal(),
                                account.role().toLowerCase(Locale.ROOT))));
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
