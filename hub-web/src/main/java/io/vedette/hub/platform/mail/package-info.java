/**
 * Mails that the hub itself sends, through the mail server that its operator names. Invitations are Keycloak's. Who writes to whom, and what, is
 * decided by the features; nothing that a person typed becomes an address here.
 */
@NullMarked
package io.vedette.hub.platform.mail;

import org.jspecify.annotations.NullMarked;
