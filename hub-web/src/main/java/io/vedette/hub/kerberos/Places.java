package io.vedette.hub.kerberos;

import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many may send at once, in all, of one tenant and of one account: each holds one of the server's threads for as long as it likes
 * to take. Any thread.
 */
final class Places {
    private static final Object ALL = new Object();

    static final int IN_ALL = 32;
    static final int OF_ACCOUNT = 8;
    private static final int OF_TENANT = 16;

    private final Map<Object, Integer> taken = new HashMap<>();

    /** What is done in a place. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Empty, and nothing was done, when there is no place. */
    <T, E extends Exception> Optional<T> within(Admitted in, Work<T, E> work) throws E {
        if (!enter(in)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            leave(in);
        }
    }

    private synchronized boolean enter(Admitted in) {
        if (taken(ALL) >= IN_ALL || taken(in.tenant()) >= OF_TENANT || taken(in.account()) >= OF_ACCOUNT) {
            return false;
        }
        whose(in).forEach(one -> taken.merge(one, 1, Integer::sum));
        return true;
    }

    private synchronized void leave(Admitted in) {
        whose(in).forEach(one -> taken.merge(one, -1, Integer::sum));
        taken.values().removeIf(count -> count == 0);
    }

    private int taken(Object whose) {
        return taken.getOrDefault(whose, 0);
    }

    private static List<Object> whose(Admitted in) {
        return List.of(ALL, in.tenant(), in.account());
    }
}
