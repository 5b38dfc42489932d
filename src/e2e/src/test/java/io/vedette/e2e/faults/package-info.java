/**
 * Parts that go away, and disks that fill: what people are told meanwhile, and that everything goes on by itself afterwards.
 */
@NullMarked
package io.vedette.e2e.faults;

import org.jspecify.annotations.NullMarked;
