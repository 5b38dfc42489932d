package io.vedette.hub.kerberos;

/** What has begun to come and is not over, with as many bytes as may come of it. */
record Coming(long films, long bytes) {
    static final Coming NOTHING = new Coming(0, 0);
}
