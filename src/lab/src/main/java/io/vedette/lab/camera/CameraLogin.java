package io.vedette.lab.camera;

/** Who may watch. The password never shows in text made of this. */
public record CameraLogin(String user, String password) {
    public CameraLogin {
        if (user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("a camera needs a user and a password");
        }
    }

    @Override
    public String toString() {
        return "CameraLogin[user=" + user + ", password=***]";
    }
}
