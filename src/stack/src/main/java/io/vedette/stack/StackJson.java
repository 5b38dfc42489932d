package io.vedette.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.state.PrivateFile;
import java.nio.file.Path;

/** {@code stack.json}: where a running stack is and how to get in, for scripts. There exactly while the stack is ready. */
final class StackJson {
    private StackJson() {}

    static Path file(Stack stack) {
        return stack.folder().resolve("stack.json");
    }

    static void write(Stack stack) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("hub", stack.hub().toString());
        root.put("keycloak", stack.keycloak().toString());
        ArrayNode accounts = root.putArray("accounts");
        stack.accounts()
                .forEach(account -> accounts.addObject()
                        .put("name", account.name())
                        .put("password", account.password().reveal())
                        .put("role", account.role()));
        ArrayNode agents = root.putArray("agents");
        for (AgentPlan plan : stack.agents()) {
            agents.addObject()
                    .put("name", plan.name())
                    .put("camera", plan.main().toString());
        }
        root.put("database", stack.databaseUrl());
        root.put("pid", ProcessHandle.current().pid());
        PrivateFile.write(file(stack), root.toPrettyString() + "\n");
    }

    static void remove(Stack stack) {
        file(stack).toFile().delete();
    }
}
