package io.vedette.stack;

import io.vedette.stack.demo.DemoIds;
import io.vedette.stack.demo.People;
import io.vedette.stack.state.Kept;
import io.vedette.stack.state.Ports;
import io.vedette.stack.state.Secrets;
import io.vedette.stack.state.VarFolder;

/** What a stack remembers from start to start. */
record State(VarFolder var, Ports ports, Secrets secrets, DemoIds ids, People people, Kept notes) {
    static State in(VarFolder var, int firstPort) {
        Secrets secrets = Secrets.in(var.file("secrets.properties"));
        DemoIds ids = DemoIds.in(var.file("ids.properties"));
        return new State(
                var,
                Ports.in(var.file("ports.properties"), firstPort),
                secrets,
                ids,
                People.of(ids, secrets),
                Kept.in(var.file("notes.properties"), "How long starts took, and which realm Keycloak has."));
    }
}
