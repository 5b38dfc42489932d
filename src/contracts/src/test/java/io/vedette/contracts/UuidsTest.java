package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids as RFC 9562, section 5.7 lays them out: 48 bits of time, four of the version, 12 random, two of the variant, 62 random. */
class UuidsTest {
    private static final int MANY = 4_000;

    private final List<UUID> ids = Stream.generate(Uuids::fresh).limit(MANY).toList();

    @Test
    void everyIdIsOfVersionSeven() {
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void theOther74BitsOfAnIdTellNothingOfTheNextOne() {
        for (int bit = 0; bit < 12; bit++) {
            assertThat(share(UUID::getMostSignificantBits, bit))
                    .as("upper half, bit %d", bit)
                    .isBetween(0.4, 0.6);
        }
        for (int bit = 0; bit < 62; bit++) {
            assertThat(share(UUID::getLeastSignificantBits, bit))
                    .as("lower half, bit %d", bit)
                    .isBetween(0.4, 0.6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "", "0190b3c0-7d4e-7a11-8c3d-9e2f6a7b8c9", "0190b3c07d4e7a118c3d9e2f6a7b8c9d"})
    void anIdHasOneSpelling(String text) {
        assertThatThrownBy(() -> Uuids.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of neighbours, how many differ in this bit: half of them do when it is random, and none or all when something counts. */
    private double share(ToLongFunction<UUID> half, int bit) {
        long differing = 0;
        for (int next = 1; next < MANY; next++) {
            long change = half.applyAsLong(ids.get(next - 1)) ^ half.applyAsLong(ids.get(next));
            differing += change >>> bit & 1;
        }
        return differing / (MANY - 1.0);
    }
}
