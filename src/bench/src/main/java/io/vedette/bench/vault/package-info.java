/** The vault's figures: what a store takes, how fast others are told, how soon what was asked for plays, what a cut costs. */
@NullMarked
package io.vedette.bench.vault;

import org.jspecify.annotations.NullMarked;
