package io.vedette.lab.clip;

/** One access unit as an encoder gave it; whoever makes one hands the bytes over. */
@SuppressWarnings("ArrayRecordComponent") // a carrier between encoder and recorder, never compared
record EncodedUnit(byte[] bytes, boolean key) {}
