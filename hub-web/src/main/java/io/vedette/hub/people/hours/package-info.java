/** Hours of the week as people and programs write and read them. */
@NullMarked
package io.vedette.hub.people.hours;

import org.jspecify.annotations.NullMarked;
