/**
 * The cipher with which agents of Kerberos encrypt their beat. It is old: its key is drawn from a passphrase by one round of MD5,
 * and nothing tells whether bytes were changed. So it is here and nowhere else, and it decrypts and does nothing else.
 */
@NullMarked
package io.vedette.hub.kerberos.cipher;

import org.jspecify.annotations.NullMarked;
