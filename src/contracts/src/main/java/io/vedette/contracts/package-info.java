/**
 * What hub, agent and vault say to each other: message records, ids, the JSON codec, the protocol's version,
 * and how the file is read that both have to do with.
 * Small on purpose: nothing here does anything beyond refusing a value that cannot be right.
 * Hub and agent both come in; neither may find a framework here.
 */
@NullMarked
package io.vedette.contracts;

import org.jspecify.annotations.NullMarked;
