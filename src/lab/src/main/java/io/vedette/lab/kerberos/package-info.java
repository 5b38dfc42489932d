/**
 * An agent of Kerberos as it is seen on the wire, written from what is known of its protocol and from nothing else: what the hub takes
 * in is tried with it.
 */
@NullMarked
package io.vedette.lab.kerberos;

import org.jspecify.annotations.NullMarked;
