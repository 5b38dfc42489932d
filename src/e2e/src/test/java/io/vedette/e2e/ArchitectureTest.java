package io.vedette.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.vedette.e2e")
class ArchitectureTest {
    @ArchTest
    static final ArchRule blackBox = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vedette.hub..", "io.vedette.agent..", "io.vedette.vault..")
            .because("the composed system is tested from outside; what is inside tests itself");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .that()
            .resideOutsideOfPackage("..time")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("a test waits for a condition, not for a time");

    @ArchTest
    static final ArchRule thisMachinesClockIsAskedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..time")
            .should()
            .callMethod(Instant.class, "now")
            .because("whoever measures says by which clock");
}
