package io.vedette.hub.analysis;

import java.util.List;

/**
 * Which labels a recording must have to be found: all of these, each at least this sure. Five at most; without any, every recording
 * is meant.
 */
public record LabelWish(List<Label> labels, Confidence least) {
    public static final LabelWish ANY = new LabelWish(List.of(), Confidence.NONE);
    public static final int MOST = 5;

    public LabelWish {
        labels = labels.stream().distinct().toList();
        if (labels.size() > MOST) {
            throw new IllegalArgumentException("at most 5 labels can be asked for at once");
        }
    }
}
