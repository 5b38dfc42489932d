/** The vault of a site, as a box beside the agents: brought to, asked, and trusted while they are away. */
@NullMarked
package io.vedette.e2e.edgevault;

import org.jspecify.annotations.NullMarked;
