/**
 * A hub as the contract describes it, played by a script: it stands in for a foreign party, checks what it is told strictly,
 * and can be told to misbehave. Shares no code with the agent but the contracts.
 */
package io.vedette.agent.scripted;
