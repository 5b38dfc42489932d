package io.vedette.agent.config;

import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.pairing.PairingToken;
import java.util.function.Function;

/** What a person is asked when an edge vault is paired; as {@link Answer} for an agent. */
public enum VaultAnswer implements Question {
    TOKEN(
            PairingToken::of,
            true,
            true,
            "Pairing token, as the hub shows it (not shown here): ",
            "The pairing token that the hub shows. It serves once."),
    LISTEN(
            ListenAddress::of,
            false,
            false,
            "Listen at (empty: " + ListenAddress.USUAL + ", this machine alone): ",
            "Becomes `listen`; `" + ListenAddress.USUAL + "`, this machine alone, when it is left out."),
    ADDRESS(
            VaultAddress::typed,
            false,
            false,
            "Address at which agents find it (empty: https:// and the same): ",
            "Becomes `address`; `https://` and the place where it listens when it is left out."),
    GIGABYTES(
            VaultAnswer::gigabytes,
            false,
            false,
            "Most gigabytes of recordings (empty: 500): ",
            "Becomes `spoolBytes`, in 1,000,000,000 bytes."),
    DAYS(VaultAnswer::days, false, false, "Days they are kept (empty: no limit): ", "Becomes `keepDays`."),
    FREE(
            VaultAnswer::free,
            false,
            false,
            "Gigabytes of the disk left to others (empty: 5): ",
            "Becomes `keepFreeBytes`, in 1,000,000,000 bytes.");

    private static final long GIGABYTE = 1_000_000_000L;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_GIGABYTES = 100_000;

    private final Wording wording;

    VaultAnswer(Function<String, ?> reader, boolean must, boolean hidden, String question, String meaning) {
        this.wording = new Wording(reader, must, hidden, question, meaning);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    static long gigabytes(String text) {
        return whole(text, 1, MOST_GIGABYTES) * GIGABYTE;
    }

    static long free(String text) {
        return whole(text, 0, MOST_GIGABYTES) * GIGABYTE;
    }

    static long days(String text) {
        return whole(text, 0, MOST_DAYS);
    }

    private static long whole(String text, long least, long most) {
        if (!text.strip().matches("\\d{1,9}")
                || Long.parseLong(text.strip()) < least
                || Long.parseLong(text.strip()) > most) {
            throw new IllegalArgumentException("is a whole number from " + least + " to " + most + ".");
        }
        return Long.parseLong(text.strip());
    }
}
