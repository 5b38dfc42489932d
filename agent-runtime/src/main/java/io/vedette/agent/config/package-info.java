/**
 * Who this agent is and what it was told: its home folder, {@code agent.json}, its own key, and the questions asked when it
 * is paired. Everything read here is checked here, all faults at once, in words for the person who can mend them.
 * Everybody may come in to read; nothing here talks to a camera or to the hub.
 */
@NullMarked
package io.vedette.agent.config;

import org.jspecify.annotations.NullMarked;
