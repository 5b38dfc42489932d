package io.vedette.e2e.signin;

import static io.vedette.e2e.signin.Visitor.parameter;

import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A way to come back to the hub that finishes no sign-in.
 *
 * @param address made of the good return of this browser and of that of another
 */
record BadReturn(String name, BinaryOperator<String> address) {
    static final List<BadReturn> ALL = List.of(
            new BadReturn("nothing at all", (own, other) -> callback(own)),
            new BadReturn("no state", (own, other) -> without(own, "state")),
            new BadReturn("an empty state", (own, other) -> with(own, "state", "")),
            new BadReturn("an unknown state", (own, other) -> with(own, "state", "0".repeat(32))),
            new BadReturn("a state that is cut", (own, other) -> own.replaceFirst("(state=[^&]+)[^&]", "$1")),
            new BadReturn(
                    "the state of another browser", (own, other) -> with(own, "state", parameter(other, "state"))),
            new BadReturn("all of another browser's return", (own, other) -> other),
            new BadReturn("no code", (own, other) -> without(own, "code")),
            new BadReturn("an empty code", (own, other) -> with(own, "code", "")),
            new BadReturn("an unknown code", (own, other) -> with(own, "code", "0".repeat(90))),
            new BadReturn("the code of another browser", (own, other) -> with(own, "code", parameter(other, "code"))),
            new BadReturn("the code twice", (own, other) -> own + "&code=" + parameter(own, "code")),
            new BadReturn("two codes", (own, other) -> own + "&code=" + parameter(other, "code")),
            new BadReturn("two codes, the other first", (own, other) -> own.replace("?", "?code=another&")),
            new BadReturn("the state twice", (own, other) -> own + "&state=" + parameter(own, "state")),
            new BadReturn("two states", (own, other) -> own.replace("?", "?state=another&")),
            new BadReturn("the issuer twice", (own, other) -> own + "&iss=" + parameter(own, "iss")),
            new BadReturn("another issuer", (own, other) -> with(own, "iss", "https%3A%2F%2Fevil.example")),
            new BadReturn("an error beside the code", (own, other) -> own + "&error=access_denied"),
            new BadReturn("an error", (own, other) -> without(own, "code") + "&error=access_denied"),
            new BadReturn("an error of the server", (own, other) -> without(own, "code") + "&error=server_error"));

    private static String callback(String address) {
        return address.substring(0, address.indexOf('?'));
    }

    private static String without(String address, String name) {
        return address.replaceFirst("([?&])" + name + "=[^&]*&?", "$1");
    }

    private static String with(String address, String name, String value) {
        return address.replaceFirst("([?&]" + name + "=)[^&]*", "$1" + value);
    }

    @Override
    public String toString() {
        return name;
    }
}
