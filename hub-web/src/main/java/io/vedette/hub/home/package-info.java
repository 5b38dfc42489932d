/**
 * The first page after the sign-in: which tenant, and what needs you there.
 */
@NullMarked
package io.vedette.hub.home;

import org.jspecify.annotations.NullMarked;
