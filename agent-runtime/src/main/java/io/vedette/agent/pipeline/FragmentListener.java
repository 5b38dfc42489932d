package io.vedette.agent.pipeline;

/**
 * Hears a stream as it comes. Called by the camera's own thread, which waits: whoever has work to do, or may have to
 * wait, puts the fragment into a queue of its own and returns.
 */
public interface FragmentListener {
    /** A new format; the next fragment begins with a key frame. Comes before the first fragment and after each interruption. */
    void format(StreamFormat format);

    void fragment(Fragment fragment);

    /** The camera is gone for now; what comes next is a new format. */
    default void interrupted() {}
}
