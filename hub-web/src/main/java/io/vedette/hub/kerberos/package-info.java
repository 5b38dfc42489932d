/**
 * The intake of agents of Kerberos that nobody has changed: their uploads to a vault and to a hub, and their beat. It speaks their
 * protocol and believes of it what it must: that whoever knows an account's secret may send films under it.
 */
@NullMarked
package io.vedette.hub.kerberos;

import org.jspecify.annotations.NullMarked;
