package io.vedette.agent.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnexBTest {
    /** Eight bytes are looked at together where they can be: so units of every length, behind start codes of three bytes and four. */
    @Test
    void eachUnitIsFoundWhereverItBeginsAndHoweverManyZerosItHolds() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            List<byte[]> units = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                byte[] unit = unit(random, 1 + random.nextInt(40));
                units.add(unit);
                stream.writeBytes(new byte[random.nextBoolean() ? 2 : 3]);
                stream.write(1);
                stream.writeBytes(unit);
            }
            ByteBuffer direct = ByteBuffer.allocateDirect(stream.size());
            direct.put(stream.toByteArray()).flip();

            List<byte[]> found = new ArrayList<>();
            AnnexB.units(direct, unit -> {
                byte[] bytes = new byte[unit.remaining()];
                unit.get(bytes);
                found.add(bytes);
            });

            assertThat(found).as("round %d", round).containsExactlyElementsOf(units);
        }
    }

    /** As an encoder writes one: never two zeros with less than four behind them, and no zero at its end (H.264, section 7.4.1). */
    private static byte[] unit(Random random, int length) {
        byte[] unit = new byte[length];
        for (int i = 0; i < length; i++) {
            byte drawn = (byte) (random.nextInt(3) == 0 ? 0 : random.nextInt(6));
            boolean afterTwo = i >= 2 && unit[i - 1] == 0 && unit[i - 2] == 0;
            unit[i] = afterTwo && drawn < 4 ? 4 : drawn;
        }
        unit[length - 1] = unit[length - 1] == 0 ? 5 : unit[length - 1];
        return unit;
    }
}
