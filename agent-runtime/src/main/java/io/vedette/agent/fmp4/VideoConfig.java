package io.vedette.agent.fmp4;

import java.util.OptionalInt;

/** The parameter sets of a stream of pictures. A change of them is a new stream: new init segment, new recording. */
public sealed interface VideoConfig permits H264Config, H265Config {
    /** In pixels, as shown. */
    int width();

    int height();

    /** As RFC 6381, section 3.3 spells it. */
    String codec();

    VideoCodec kind();

    /** How many pictures may come before one that is shown before them; empty when the camera does not say. */
    OptionalInt reordered();

    /** The type of the sample entry. */
    String sampleEntry();

    /** The type of the box that holds {@link #decoderConfiguration}. */
    String configurationBox();

    /** The body of that box, with lengths of four bytes. */
    byte[] decoderConfiguration();
}
