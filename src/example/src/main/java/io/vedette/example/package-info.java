/**
 * A program of somebody's beside Vedette: a webhook tells it of each stored recording, it fetches the recording, looks at the
 * pictures, and posts what it saw. To be read and copied; of Vedette it knows the contracts alone. It keeps nothing: what it did
 * not finish it is told again.
 */
@NullMarked
package io.vedette.example;

import org.jspecify.annotations.NullMarked;
