/**
 * Sites, groups, cameras and tags taken away: counted, said, agreed to, done. What is recorded goes afterwards, by the job of
 * {@code recordings}. Only for those who may both arrange and delegate, as grants of others go along.
 */
@NullMarked
package io.vedette.hub.fleet.removal;

import org.jspecify.annotations.NullMarked;
