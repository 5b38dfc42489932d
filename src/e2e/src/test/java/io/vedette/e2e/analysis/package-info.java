/** What programs see in recordings, from the recording to the page. */
@NullMarked
package io.vedette.e2e.analysis;

import org.jspecify.annotations.NullMarked;
