package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of who may use which address, against the addresses there are. */
class MatrixRowTest {
    private static final int MOST_PUBLIC = 11;

    @Test
    void everyAddressHasOneLineAndEveryLineAnAddress() {
        List<String> lines = MatrixRow.all().stream().map(MatrixRow::toString).toList();

        assertThat(lines).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(HubAddresses.all());
    }

    @Test
    void atMostElevenAreForEverybodyAndEachOfTheseAndOfTheProofsHasItsReason() {
        List<MatrixRow> open = MatrixRow.all().stream()
                .filter(row -> row.who().equals("public"))
                .toList();

        assertThat(open).hasSizeLessThanOrEqualTo(MOST_PUBLIC);
        assertThat(MatrixRow.all().stream()
                        .filter(row -> List.of("public", "proof").contains(row.who())))
                .noneMatch(row -> row.sent().isBlank());
    }
}
