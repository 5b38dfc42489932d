package io.vedette.contracts.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourWordsTest {
    private static final TenantId TENANT = TenantId.of("0193c5a2-7d1e-7b11-9c52-0a1b2c3d4e5f");

    @Test
    void theListHoldsAThousandAndTwentyFourWordsThatAreNotMistakenForEachOther() {
        List<String> words = FourWords.list();

        assertThat(words).hasSize(1024).isSorted().allMatch(word -> word.matches("[a-z]{4,7}"));
        assertThat(neighbours(words)).isEmpty();
    }

    /** Words that one letter changed, left out or put in makes another one of: each such form, met twice. */
    private static List<String> neighbours(List<String> words) {
        List<String> twice = new ArrayList<>();
        var forms = new HashSet<String>();
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                String changed = word.substring(0, i) + "?" + word.substring(i + 1);
                String shorter = word.substring(0, i) + word.substring(i + 1);
                if (!forms.add(changed) || words.contains(shorter)) {
                    twice.add(word);
                }
            }
        }
        return twice;
    }

    @Test
    void bothEndsComputeTheSameFourWords() {
        String words = FourWords.of(TENANT, "agent", "hub");

        assertThat(words).isEqualTo(FourWords.of(TENANT, "agent", "hub")).matches("[a-z]+(-[a-z]+){3}");
    }

    @Test
    void anotherKeyAtEitherEndOrAnotherTenantMakesOtherWords() {
        assertThat(List.of(
                        FourWords.of(TENANT, "agent", "hub"),
                        FourWords.of(TENANT, "other", "hub"),
                        FourWords.of(TENANT, "agent", "other"),
                        FourWords.of(TenantId.fresh(), "agent", "hub")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theWordsOfKnownKeysNeverChangeOrTheTwoEndsOfAnUpgradeWouldDiffer() {
        assertThat(FourWords.of(TENANT, "agent", "hub")).isEqualTo("jelly-pagoda-rhubarb-bottom");
    }
}
