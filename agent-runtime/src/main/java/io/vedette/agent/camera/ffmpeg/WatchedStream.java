package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.CameraStream;
import io.vedette.agent.camera.StreamEnded;

/** A stream whose pictures can be looked at as well. */
public interface WatchedStream extends CameraStream {
    /**
     * Asked once; close it before the stream.
     *
     * @param keyFramesOnly true when no other pictures will be asked for
     */
    PictureSource pictures(boolean keyFramesOnly) throws StreamEnded;

    /** True when every picture is decoded whether somebody looks at it or not, so that looking costs nothing. */
    boolean decodesEveryPicture();
}
