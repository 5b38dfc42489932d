/**
 * PostgreSQL from its unpacked binaries: durable, on loopback, every login with a password. The roles and databases of the stack.
 */
@NullMarked
package io.vedette.stack.postgres;

import org.jspecify.annotations.NullMarked;
