package io.vedette.agent.camera;

import io.vedette.contracts.link.CameraFault;

/** Why a camera's stream could not be opened, or is over. Every connection ends with one of these. */
public final class StreamEnded extends Exception {
    public enum Why {
        UNAUTHORISED(
                CameraFault.PASSWORD,
                "the camera refuses this user or password",
                "correct both in agent.json and start the agent again"),
        NOT_FOUND(
                CameraFault.NO_STREAM,
                "the camera does not know this address",
                "look up the stream's path in the camera's manual and correct it in agent.json"),
        NO_PICTURE(
                CameraFault.NO_STREAM,
                "there is no picture in the camera's stream",
                "choose a stream with video in agent.json, or switch it on in the camera"),
        REFUSED(
                CameraFault.UNREACHABLE,
                "nothing answers at the camera's address",
                "see to its power and network, and to host and port in agent.json"),
        NO_DEVICE(
                CameraFault.UNREACHABLE,
                "there is no camera at this device",
                "plug it in, or correct the number in agent.json; ls /dev/video* names those that are there"),
        NO_ACCESS(
                CameraFault.UNREACHABLE,
                "the agent may not open this device",
                "let its user into the group video (usermod -aG video) and start the agent again"),
        TAKEN(
                CameraFault.UNREACHABLE,
                "another program uses the camera",
                "end that program; fuser with the name of the device tells which it is"),
        NO_LIBRARY(
                CameraFault.OTHER,
                "this machine lacks what cameras at a device need",
                "install libxcb1, libxcb-shm0, libasound2 (libasound2t64 from Debian 13 on) and libpulse0, and start the"
                        + " agent again"),
        NO_KEY_FRAME(
                CameraFault.UNREADABLE,
                "the camera sends no picture to begin with",
                "set a key frame every two to four seconds in the camera"),
        TIMED_OUT(CameraFault.SILENT, "the camera does not answer", "start the camera again if this lasts"),
        UNTRUSTED(
                CameraFault.UNREACHABLE,
                "the camera's certificate is not trusted",
                "save the camera's certificate as a file and name it as camera.trust in agent.json"),
        UNSUPPORTED(
                CameraFault.CODEC,
                "the camera's stream is neither H.264 nor H.265",
                "set this stream to H.264 or H.265 in the camera, or name another stream in agent.json"),
        ENDED(CameraFault.ENDED, "the camera ended the stream", "see whether too many others watch it"),
        BROKEN(
                CameraFault.UNREADABLE,
                "the camera's stream cannot be understood",
                "see whether the camera needs new firmware"),
        STOPPED(CameraFault.OTHER, "the agent stops", "");

        private final CameraFault fault;
        private final String words;
        private final String remedy;

        Why(CameraFault fault, String words, String remedy) {
            this.fault = fault;
            this.words = words;
            this.remedy = remedy;
        }

        /** What the hub is told. */
        public CameraFault fault() {
            return fault;
        }

        /** For people; never with an address or a password in it. */
        public String words() {
            return words;
        }

        /** What somebody at the camera would do; the agent itself tries again anyway. */
        public String remedy() {
            return remedy;
        }
    }

    private final Why why;

    /** @param detail for the log; never with an address or a password in it */
    public StreamEnded(Why why, String detail) {
        super(why.words() + " (" + detail + ")");
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
