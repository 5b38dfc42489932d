package io.vedette.agent.camera;

/** The password of a camera. Shows itself only to who asks with {@link #reveal}. */
public final class CameraPassword {
    private static final CameraPassword NONE = new CameraPassword("");

    private final String clear;

    private CameraPassword(String clear) {
        this.clear = clear;
    }

    public static CameraPassword of(String clear) {
        return clear.isEmpty() ? NONE : new CameraPassword(clear);
    }

    /** For a camera that asks for none. */
    public static CameraPassword none() {
        return NONE;
    }

    /** The password in clear: for the connection to the camera and for the settings file. */
    public String reveal() {
        return clear;
    }

    @Override
    public String toString() {
        return clear.isEmpty() ? "(none)" : "***";
    }
}
