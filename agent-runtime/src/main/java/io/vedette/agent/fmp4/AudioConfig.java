package io.vedette.agent.fmp4;

/** What a decoder of sound must know before the first frame. */
public sealed interface AudioConfig permits AacConfig, OpusConfig {
    /** Ticks of the track in a second. */
    int sampleRate();

    int channels();

    /** Ticks of a frame, as long as nothing says otherwise. */
    int frameTicks();

    /** As RFC 6381 spells it. */
    String codec();

    /** The type of the sample entry. */
    String sampleEntry();

    /** Writes the box that stands in the sample entry. */
    void writeConfiguration(BoxWriter out);
}
