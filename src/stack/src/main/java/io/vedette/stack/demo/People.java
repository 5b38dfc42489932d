package io.vedette.stack.demo;

import io.vedette.stack.state.Secrets;
import java.util.List;
import java.util.NoSuchElementException;

/** Owner and guard belong to acme; guest to acme and to globex, which is empty and theirs. The operator belongs to none. */
public record People(List<Account> accounts) {
    /** No role in a tenant. */
    public static final String OPERATOR = "OPERATOR";

    public People {
        accounts = List.copyOf(accounts);
    }

    public static People of(DemoIds ids, Secrets secrets) {
        return new People(List.of(
                account("owner", "OWNER", ids, secrets),
                account("guard", "VIEWER", ids, secrets),
                account("guest", "VIEWER", ids, secrets),
                account("operator", OPERATOR, ids, secrets)));
    }

    public Account named(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no account of the name " + name));
    }

    private static Account account(String name, String role, DemoIds ids, Secrets secrets) {
        return new Account(name, secrets.account(name), ids.other("person." + name), role);
    }
}
