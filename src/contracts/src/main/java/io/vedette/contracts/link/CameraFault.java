package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an agent gets no pictures from its camera, as far as it can tell: what a person would do about it differs. */
public enum CameraFault {
    /** Nothing takes a connection at its address. */
    UNREACHABLE,
    /** Something takes the connection, and then says nothing. */
    SILENT,
    /** The camera refuses the user or the password. */
    PASSWORD,
    /** The camera does not know the path, or there is no picture in what it offers there. */
    NO_STREAM,
    /** There is a picture, but in a form the agent does not take. */
    CODEC,
    /** The camera ended the stream by itself. */
    ENDED,
    /** What the camera says cannot be understood. */
    UNREADABLE,
    /** A reason this side does not know yet. */
    @JsonEnumDefaultValue
    OTHER
}
