package io.vedette.e2e.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that takes a minute: not in each build, but with {@code -Dvedette.drill=true}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "vedette.drill", matches = "true", disabledReason = "a drill of a minute")
public @interface Drill {}
