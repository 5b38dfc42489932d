/**
 * What the operator sets, read once at the start, typed and checked; every fault is named at once.
 * Nothing else in the hub reads the environment.
 */
@NullMarked
package io.vedette.hub.platform.config;

import org.jspecify.annotations.NullMarked;
