/**
 * Recordings in storage that an owner brings, and those who are told of them.
 */
@NullMarked
package io.vedette.e2e.storage;

import org.jspecify.annotations.NullMarked;
