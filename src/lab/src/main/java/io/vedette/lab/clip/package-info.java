/**
 * The yard: a made scene on an endless loop, drawn, encoded and cut into access units, together with the truth about it.
 * Whoever needs pictures with known contents comes in through {@link io.vedette.lab.clip.ClipFolder}. Nothing here plays or
 * sends anything. FFmpeg, through JavaCV, is used only while a clip is made; reading one back needs the JDK alone.
 */
@NullMarked
package io.vedette.lab.clip;

import org.jspecify.annotations.NullMarked;
