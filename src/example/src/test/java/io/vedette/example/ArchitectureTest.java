package io.vedette.example;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.vedette.example", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule aStranger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.agent..",
                    "io.vedette.hub..",
                    "io.vedette.vault..",
                    "io.vedette.stack..",
                    "io.vedette.lab..")
            .because("whoever copies it has the contracts and the interface, and nothing else of ours");

    @ArchTest
    static final ArchRule oneDecoder = noClasses()
            .that()
            .doNotHaveSimpleName("KeyFrames")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("another way of looking takes the place of one class");
}
