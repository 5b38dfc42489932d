package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.AudioConfig;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.fmp4.VideoConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a camera says of its stream before the first packet.
 *
 * @param described parameter sets given outside the stream; null when they come with the key frames alone
 * @param sound null without sound, or with sound of a kind that is left out
 */
public record SourceTracks(
        VideoCodec codec,
        @Nullable VideoConfig described,
        @Nullable AudioConfig sound) {
    public SourceTracks {
        if (described != null && described.kind() != codec) {
            throw new IllegalArgumentException("parameter sets of another codec");
        }
    }
}
