/**
 * Made scenes for judging motion: a place, what disturbs the picture of it, and people who pass at known times. Brightness
 * only, at a sub stream's size, straight from arithmetic, so that an hour costs a minute; {@link io.vedette.lab.scene.Film}
 * takes a scene through a real encoder. Whoever needs labelled disturbances comes in through
 * {@link io.vedette.lab.scene.MadeScene}. Nothing here may know how motion is looked for.
 */
@NullMarked
package io.vedette.lab.scene;

import org.jspecify.annotations.NullMarked;
