/**
 * The independent reader of recordings: decodes a file with JavaCV and tells what is in it, reading the burnt-in clock off the
 * picture. It shares no code with what wrote the file, and must never do so: it is the witness. FFmpeg stays in here and in
 * {@code clip}.
 */
@NullMarked
package io.vedette.lab.reader;

import org.jspecify.annotations.NullMarked;
