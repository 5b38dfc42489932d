package io.vedette.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.vedette.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class MediaArchitectureTest {
    @ArchTest
    static final ArchRule nativeCodeStaysInItsTwoRooms = noClasses()
            .that()
            .resideOutsideOfPackages("..agent..ffmpeg..", "..agent..opencv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("native pointers have owners, and only these two packages know the rules for them");

    @ArchTest
    static final ArchRule whatMediaAreIsKnownWithoutACamera = noClasses()
            .that()
            .resideInAnyPackage("..agent.fmp4..", "..agent.pipeline..", "..agent.spool..", "..agent.recording..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.camera..", "..agent.motion.opencv..", "org.bytedeco..")
            .because(
                    "files, fragments and decisions must be testable, and readable after a crash, without native code");

    @ArchTest
    static final ArchRule sqlStaysInTheSpool = noClasses()
            .that()
            .resideOutsideOfPackage("..agent.spool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("one lock and one order of writes keep files and rows together");

    @ArchTest
    static final ArchRule theSpoolKnowsNobodyAbove = noClasses()
            .that()
            .resideInAPackage("..agent.spool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..agent.pipeline..", "..agent.recording..", "..agent.link..", "..agent.upload..", "..agent.live..")
            .because("recording, link and upload all stand on it");

    @ArchTest
    static final ArchRule mediaPackagesDoNotGoInCircles = SlicesRuleDefinition.slices()
            .matching("io.vedette.agent.(fmp4|pipeline|spool|recording|motion|check)..")
            .should()
            .beFreeOfCycles()
            .because("each of them can be understood with those below it");
}
