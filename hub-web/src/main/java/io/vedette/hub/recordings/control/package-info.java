/**
 * What can be done with recordings, one class for each thing. A row says what is so only after the bytes say it: object
 * first, verified, then the row; what the outside must hear follows the commit. No HTTP and no container here.
 */
@NullMarked
package io.vedette.hub.recordings.control;

import org.jspecify.annotations.NullMarked;
