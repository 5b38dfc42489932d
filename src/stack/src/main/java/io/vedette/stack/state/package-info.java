/**
 * What survives a stop, all of it in one folder: ports, secrets, ids, the lock. Files with secrets are readable by their owner only.
 * No process is started here.
 */
@NullMarked
package io.vedette.stack.state;

import org.jspecify.annotations.NullMarked;
