package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recordings of some cameras, by what programs saw in them. */
record Pick(Set<CameraId> cameras, Which which) {
    Pick {
        cameras = Set.copyOf(cameras);
    }

    /** A condition on a recording {@code r}: it is of one of these, of which there is at least one. */
    static String condition(List<Pick> picks) {
        return IntStream.range(0, picks.size())
                .mapToObj(mark ->
                        "(r.camera in :cameras" + mark + picks.get(mark).which().condition(mark) + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    static <T> TypedQuery<T> set(TypedQuery<T> query, List<Pick> picks) {
        for (int mark = 0; mark < picks.size(); mark++) {
            Pick one = picks.get(mark);
            var unused = query.setParameter(
                    "cameras" + mark,
                    one.cameras().stream().map(CameraId::value).toList());
            one.which().set(query, mark);
        }
        return query;
    }
}
