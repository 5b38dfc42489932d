/**
 * What the world outside is told: events in the form of CloudEvents 1.0 (structured JSON), for programs that are not ours. So
 * the form is a promise: a field is added, never renamed or taken away; whatever breaks a reader gets a new version and a type
 * of its own. The schema of each type and one example lie beside it ({@code schema/} in this jar), and tests compare with both.
 * Knows ids and the marks of motion; never a broker.
 */
@NullMarked
package io.vedette.contracts.event;

import org.jspecify.annotations.NullMarked;
