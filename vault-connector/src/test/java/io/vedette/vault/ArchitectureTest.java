package io.vedette.vault;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.vedette.vault", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_PORT_KNOWS_NO_PROVIDER = classes()
            .that()
            .resideInAPackage("io.vedette.vault")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.vedette.vault", "io.vedette.contracts.id", "java..", "org.jspecify..")
            .because("whoever uses storage must not be tied to one");

    @ArchTest
    static final ArchRule A_PROVIDER_KNOWS_THE_PORT_ONLY = classes()
            .that()
            .resideInAPackage("io.vedette.vault.filesystem..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.vault",
                    "io.vedette.vault.disk",
                    "io.vedette.vault.filesystem..",
                    "java..",
                    "org.jspecify..")
            .because("providers are exchanged one by one; this one needs the JDK alone");

    @ArchTest
    static final ArchRule A_CHECK_KNOWS_THE_PORT_ONLY = classes()
            .that()
            .resideInAPackage("io.vedette.vault.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.vault",
                    "io.vedette.vault.check..",
                    "io.vedette.contracts.id",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..")
            .because("every provider is tried in the same way");

    @ArchTest
    static final ArchRule AMAZONS_SDK_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("io.vedette.vault.s3..", "io.vedette.vault.event.sqs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..")
            .because("a program without it on its path still has all other stores");

    @ArchTest
    static final ArchRule MICROSOFTS_SDK_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("io.vedette.vault.azure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "reactor..")
            .because("a program without it on its path still has all other stores");

    @ArchTest
    static final ArchRule APACHES_CLIENT_STAYS_WITH_THE_STORES_THAT_SPEAK_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("io.vedette.vault.s3..", "io.vedette.vault.azure..", "io.vedette.vault.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..")
            .because("a program without it on its path still has all other stores");

    @ArchTest
    static final ArchRule A_BUCKET_KNOWS_THE_PORT_AND_ITS_SDK_ONLY = classes()
            .that()
            .resideInAPackage("io.vedette.vault.s3..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.vault",
                    "io.vedette.vault.s3..",
                    "io.vedette.vault.network",
                    "io.vedette.contracts",
                    "software.amazon.awssdk..",
                    "org.apache.hc..",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..")
            .because("providers are exchanged one by one");

    @ArchTest
    static final ArchRule A_CONTAINER_KNOWS_THE_PORT_AND_ITS_SDK_ONLY = classes()
            .that()
            .resideInAPackage("io.vedette.vault.azure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.vault",
                    "io.vedette.vault.azure..",
                    "io.vedette.vault.network",
                    "io.vedette.contracts",
                    "com.azure..",
                    "reactor.core..",
                    "org.apache.hc..",
                    "java..",
                    "org.jspecify..")
            .because("providers are exchanged one by one");

    @ArchTest
    static final ArchRule THE_NETWORK_KNOWS_NO_STORE = classes()
            .that()
            .resideInAPackage("io.vedette.vault.network..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.vedette.vault.network..", "org.apache.hc..", "java..", "org.jspecify..")
            .because("which addresses may be reached has nothing to do with what lies there");

    @ArchTest
    static final ArchRule THE_PORT_OF_EVENTS_KNOWS_NO_BROKER = classes()
            .that()
            .resideInAPackage("io.vedette.vault.event")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.vedette.vault.event", "io.vedette.contracts.event", "java..", "org.jspecify..")
            .because("whoever publishes must not be tied to one broker");

    @ArchTest
    static final ArchRule KAFKAS_CLIENT_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("io.vedette.vault.event.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("a program without it on its path still has all other brokers");

    @ArchTest
    static final ArchRule RABBITS_CLIENT_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("io.vedette.vault.event.rabbit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rabbitmq..")
            .because("a program without it on its path still has all other brokers");

    @ArchTest
    static final ArchRule KAFKA_KNOWS_THE_PORT_AND_ITS_CLIENT_ONLY = brokerKnowsOnly("kafka", "org.apache.kafka..");

    @ArchTest
    static final ArchRule RABBIT_KNOWS_THE_PORT_AND_ITS_CLIENT_ONLY =
            brokerKnowsOnly("rabbit", "com.rabbitmq..", "javax.net.ssl");

    @ArchTest
    static final ArchRule SQS_KNOWS_THE_PORT_AND_ITS_SDK_ONLY =
            brokerKnowsOnly("sqs", "software.amazon.awssdk..", "io.vedette.vault.network");

    private static ArchRule brokerKnowsOnly(String room, String... own) {
        String here = "io.vedette.vault.event." + room + "..";
        String[] all = Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                here,
                                "io.vedette.vault.event",
                                "io.vedette.vault.network",
                                "io.vedette.contracts",
                                "java..",
                                "org.jspecify..",
                                "org.slf4j.."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(here)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all)
                .because("brokers are exchanged one by one");
    }

    @ArchTest
    static final ArchRule WHAT_MAY_BE_REACHED_IS_DECIDED_WITHOUT_ANY_CLIENT = classes()
            .that()
            .haveFullyQualifiedName("io.vedette.vault.network.Guard")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..")
            .because("all providers ask it, each by its own client");

    @ArchTest
    static final ArchRule THE_DISK_KNOWS_NOTHING = classes()
            .that()
            .resideInAPackage("io.vedette.vault.disk..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.vedette.vault.disk..", "java..", "org.jspecify..")
            .because("how a file survives a power cut has nothing to do with what is in it");

    @ArchTest
    static final ArchRule THE_INTAKE_IS_FRAMEWORK_FREE = classes()
            .that()
            .resideInAPackage("io.vedette.vault.intake..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.vedette.vault",
                    "io.vedette.vault.disk",
                    "io.vedette.vault.intake..",
                    "io.vedette.contracts.id",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..")
            .because("it is tested without a container, and does not care which store comes after it");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("tests move time, they do not wait for it");
}
