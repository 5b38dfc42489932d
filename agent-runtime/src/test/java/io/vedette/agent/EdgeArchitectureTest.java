package io.vedette.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between what talks to the hub and everything else. */
@AnalyzeClasses(packages = "io.vedette.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgeArchitectureTest {
    @ArchTest
    static final ArchRule wireKnowsNobody = noClasses()
            .that()
            .resideInAPackage("..agent.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vedette.contracts..", "..agent.config..", "..agent.link..", "..agent.spool..")
            .because("bytes get to the hub there; what they mean is decided elsewhere");

    @ArchTest
    static final ArchRule socketsOnlyInWire = noClasses()
            .that()
            .resideOutsideOfPackages("..agent.wire..", "..agent.camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.java_websocket..", "javax.net.ssl..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .because("limits, certificates and aborting are settled once, in the package wire");

    @ArchTest
    static final ArchRule noHeavyHttpClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("it costs 29 MB of memory at the edge");

    @ArchTest
    static final ArchRule configTalksToNobody = noClasses()
            .that()
            .resideInAPackage("..agent.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..agent.link..", "..agent.live..", "..agent.upload..", "..agent.camera..", "..agent.spool..")
            .because("settings are read by everybody and depend on nobody but the form of addresses");

    @ArchTest
    static final ArchRule featuresMeetInTheCompositionRootOnly = noClasses()
            .that()
            .resideInAnyPackage("..agent.link..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.live..", "..agent.upload..", "..agent.camera..", "..agent.recording..")
            .because("the link carries orders and does not know who carries them out");

    @ArchTest
    static final ArchRule uploadsAndLiveDoNotKnowTheLink = noClasses()
            .that()
            .resideInAnyPackage("..agent.upload..", "..agent.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.link..", "..agent.config..", "..agent.camera..")
            .because("they are told what to do and given somebody to tell; so they can be tested alone");

    @ArchTest
    static final ArchRule copiesKnowTheSpoolAndAStoreAlone = noClasses()
            .that()
            .resideInAPackage("..agent.secondary..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..agent.link..",
                    "..agent.config..",
                    "..agent.camera..",
                    "..agent.upload..",
                    "..agent.live..",
                    "..agent.wire..")
            .because("a second place that is away or slow must be able to hold up nobody else");

    @ArchTest
    static final ArchRule storesComeInByOneDoor = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.vedette.agent.secondary.MarkedFolder")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vedette.vault.filesystem..", "io.vedette.vault.intake..")
            .because("whoever copies knows the port; which store is behind it is settled where it is opened");

    @ArchTest
    static final ArchRule liveReadsNoFiles = noClasses()
            .that()
            .resideInAPackage("..agent.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.spool..", "java.nio.file..")
            .because("live pictures are kept nowhere");

    @ArchTest
    static final ArchRule commandsPrintAndNobodyElse = noClasses()
            .that()
            .resideOutsideOfPackage("io.vedette.agent")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("parts log; only a command talks to the person at the terminal");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.vedette.agent.AgentMain")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("whoever ends the process skips the closing of recordings");
}
