package io.vedette.lab.camera;

/** What the test camera does wrong, as broken cameras do by accident and others on purpose. */
public enum Mischief {
    /** Nothing: it behaves. */
    NONE,
    /** Answers with random bytes. */
    GARBAGE_ANSWERS,
    /** Answers with one header line that has no end. */
    ENDLESS_HEADER,
    /** Announces a body of two gigabytes. */
    HUGE_BODY,
    /** Sends whoever asks to another address. */
    REDIRECT,
    /** Describes its streams in random letters. */
    GARBAGE_DESCRIPTION,
    /** Describes a thousand streams. */
    MANY_STREAMS,
    /** Describes its pictures with parameter sets of random bytes, and sends such with its key frames. */
    GARBAGE_PARAMETERS,
    /** Sends random bytes in place of packets. */
    GARBAGE_CHANNELS,
    /** Sends whole packets with random bytes in them. */
    GARBAGE_PAYLOADS,
    /** Cuts every packet short, within its header. */
    SHORT_PACKETS,
    /** Sends everything a thousand times. */
    FLOOD,
    /** Sends pictures of which no decoder can begin. */
    NO_KEY_FRAMES,
    /** Sends one picture of many megabytes that never ends. */
    ENDLESS_PICTURE,
    /** Puts its clock a minute on every two seconds. */
    CLOCK_JUMPS_ON,
    /** Puts its clock a minute back every two seconds. */
    CLOCK_JUMPS_BACK,
    /** Has time stamps that run over their 32 bits three seconds after they were asked for, as they may (RFC 3550, section 5.1). */
    CLOCK_WRAPS,
    /** Does not say what time it is (no RTCP sender reports). */
    NO_REPORTS,
    /** Gives every picture the same time. */
    CLOCK_STANDS,
    /** Changes to a picture of another size, and back, every two seconds. */
    SIZE_CHANGES,
    /** Hangs up after each second. */
    FLAPS
}
