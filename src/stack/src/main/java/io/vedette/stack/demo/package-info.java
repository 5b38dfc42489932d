/**
 * The two tenants of the demo, their people and cameras. Never on a production path.
 */
@NullMarked
package io.vedette.stack.demo;

import org.jspecify.annotations.NullMarked;
