package io.vedette.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.vedette.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noProduct = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vedette.agent..", "io.vedette.hub..", "io.vedette.vault..", "io.vedette.stack..")
            .because("what measures the product must not be made of it");

    @ArchTest
    static final ArchRule plainCamera = noClasses()
            .that()
            .resideInAnyPackage("io.vedette.lab.camera..", "io.vedette.lab.proxy..", "io.vedette.lab.truth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..", "io.vedette.lab.reader..")
            .because("camera and agent must not share FFmpeg's mistakes, and the witness stands apart");

    @ArchTest
    static final ArchRule pureRtp = noClasses()
            .that()
            .resideInAPackage("io.vedette.lab.camera.rtp")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "io.vedette.lab.camera")
            .because("packing media is bytes in, bytes out");

    @ArchTest
    static final ArchRule separateWitness = noClasses()
            .that()
            .resideInAPackage("io.vedette.lab.reader..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Track")
            .because("the reader knows of a clip how its clock looks, and nothing else");

    @ArchTest
    static final ArchRule independentReader = noClasses()
            .that()
            .haveSimpleName("RecordingReader")
            .or()
            .resideInAPackage("io.vedette.lab.clip")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.bytedeco.ffmpeg.global.avformat")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("MediaInput")
            .because("JavaCV opens, encodes and decodes there: the agent has a way of its own with FFmpeg");

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.vedette.lab.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each part can be understood and used alone");
}
