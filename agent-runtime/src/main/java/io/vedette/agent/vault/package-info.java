/**
 * The receiver of an edge vault: what the agents of its site say to it, and who may say it. How recordings are kept is the
 * spool's business, how bytes come in that of {@code wire.listen}.
 */
@NullMarked
package io.vedette.agent.vault;

import org.jspecify.annotations.NullMarked;
