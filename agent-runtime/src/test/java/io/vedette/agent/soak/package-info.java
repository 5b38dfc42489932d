/** An agent as a process of its own that is watched for long: what it holds must not grow. */
@NullMarked
package io.vedette.agent.soak;

import org.jspecify.annotations.NullMarked;
