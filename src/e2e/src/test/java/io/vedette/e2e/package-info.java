/**
 * The composed system as a black box: what people, agents and strangers meet when all of it runs. Tests only; they speak HTTP,
 * WebSocket and browser, and look behind the hub's back only to prove that nothing was left there.
 */
@NullMarked
package io.vedette.e2e;

import org.jspecify.annotations.NullMarked;
