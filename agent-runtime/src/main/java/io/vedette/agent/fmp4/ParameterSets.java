package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The first NAL unit of each kind that is asked for, out of a stream. */
final class ParameterSets {
    // A parameter set has some dozen bytes; one beyond this is an attack or an accident.
    private static final int LONGEST = 4096;

    private ParameterSets() {}

    /** @param types exactly these, in this order; or empty */
    static Optional<List<byte[]>> in(ByteBuffer annexB, ToIntFunction<ByteBuffer> typeOf, int... types) {
        Map<Integer, byte[]> found = new HashMap<>();
        AnnexB.units(annexB, unit -> {
            int type = typeOf.applyAsInt(unit);
            if (unit.remaining() <= LONGEST && Arrays.stream(types).anyMatch(wanted -> wanted == type)) {
                found.putIfAbsent(type, copy(unit));
            }
        });
        List<byte[]> sets = new ArrayList<>();
        for (int type : types) {
            byte[] set = found.get(type);
            if (set != null) {
                sets.add(set);
            }
        }
        return sets.size() == types.length ? Optional.of(List.copyOf(sets)) : Optional.empty();
    }

    private static byte[] copy(ByteBuffer unit) {
        byte[] bytes = new byte[unit.remaining()];
        unit.get(unit.position(), bytes);
        return bytes;
    }
}
