/**
 * A bad network on one machine: {@link io.vedette.lab.proxy.FaultProxy} stands before a server and slows, delays, holds, swallows
 * or cuts what passes, and counts it. It never looks into the bytes: TLS and WebSocket go through it as they are.
 */
@NullMarked
package io.vedette.lab.proxy;

import org.jspecify.annotations.NullMarked;
