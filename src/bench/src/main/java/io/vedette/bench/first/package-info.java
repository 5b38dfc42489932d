/** What the first complete state promises: its start (P10), its pages (P9, P12), and what agents at rest cost (P12). */
@NullMarked
package io.vedette.bench.first;

import org.jspecify.annotations.NullMarked;
