/**
 * Pages, problems, headers, languages: how the hub speaks HTTP. No feature's rule lives here.
 */
@NullMarked
package io.vedette.hub.platform.web;

import org.jspecify.annotations.NullMarked;
