package io.vedette.hub.livestream.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.vedette.hub.livestream.relay", importOptions = ImportOption.DoNotIncludeTests.class)
class RelayArchitectureTest {
    @ArchTest
    static final ArchRule theRelayKnowsNoContainerAndNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.hibernate..", "..platform.tenant..", "..platform.persistence..")
            .because(
                    "another way to carry fragments must be able to take the socket's place, and time must be movable");

    @ArchTest
    static final ArchRule theRelayNeverWaits = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.util.concurrent.locks..")
            .orShould()
            .callMethod(Object.class, "wait")
            .because("one viewer's network must not hold up another's pictures");
}
