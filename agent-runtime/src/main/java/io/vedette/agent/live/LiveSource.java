package io.vedette.agent.live;

import io.vedette.agent.pipeline.FragmentListener;

/** Where live fragments come from: the camera. */
public interface LiveSource {
    /**
     * Tells the listener the current format and the fragments since the last key frame, if there are any, then everything
     * that comes, in order and never two at once.
     */
    Subscription subscribe(FragmentListener listener);

    /** Ends what {@link #subscribe} began. Closing it twice does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
