/** What delegation costs and how soon it acts: the rule of visible cameras, pages under it, and grants taken back from running sockets. */
@NullMarked
package io.vedette.bench.access;

import org.jspecify.annotations.NullMarked;
