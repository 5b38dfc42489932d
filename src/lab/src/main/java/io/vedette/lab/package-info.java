/**
 * What tests and the demo need and no product contains. Nothing in hub, agent or vault may import it outside tests.
 */
@NullMarked
package io.vedette.lab;

import org.jspecify.annotations.NullMarked;
