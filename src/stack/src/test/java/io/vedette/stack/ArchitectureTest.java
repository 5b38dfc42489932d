package io.vedette.stack;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vedette.agent.AgentFlags;

@AnalyzeClasses(packages = "io.vedette.stack", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.vedette.stack.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each part of the launcher can be read alone");

    @ArchTest
    static final ArchRule ONE_PLACE_STARTS_PROCESSES = noClasses()
            .that()
            .resideOutsideOfPackages("..process", "..postgres")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .because("what is started without a record cannot be ended by the next start");

    @ArchTest
    static final ArchRule BLACK_BOXES = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vedette.hub..", "io.vedette.agent..", "io.vedette.lab..")
                    .and(not(belongToAnyOf(AgentFlags.class))))
            .because(
                    "the stack runs the programs as their users do, from outside; with which options is said in one place");

    @ArchTest
    static final ArchRule ONE_PLACE_SLEEPS = noClasses()
            .that()
            .resideOutsideOfPackage("..time")
            .should()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("whoever waits, waits for something and not for ever");
}
