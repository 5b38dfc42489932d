package io.vedette.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Tenant;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The house rules of the hub that a machine can hold. */
@AnalyzeClasses(packages = "io.vedette.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String TENANTS = "see the decision on tenant locks";
    private static final String HOUSE = "see the decision on modules";

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("io.vedette.hub.(*)..").should().beFreeOfCycles().because(HOUSE);

    @ArchTest
    static final ArchRule theFloorKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("..hub.platform..")
            .should()
            .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("live in a feature") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("io.vedette.hub.")
                            && !type.getPackageName().startsWith("io.vedette.hub.platform");
                }
            })
            .because(HOUSE);

    @ArchTest
    static final ArchRule tenantWorkIsTheOnlyDoor = noClasses()
            .that()
            .resideOutsideOfPackages("..platform.persistence..", "..platform.tenant..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.hibernate.Session")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.hibernate.SessionFactory")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "java.sql..")
            .because(TENANTS);

    @ArchTest
    static final ArchRule noAnnotationOpensATransaction = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional")
            .because(TENANTS);

    @ArchTest
    static final ArchRule nativeSqlLivesOnTheFloorAlone = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.persistence..")
            .and()
            .doNotHaveFullyQualifiedName("io.vedette.hub.cameras.Granted")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("createNativeQuery"))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    JavaClass.Predicates.assignableTo(EntityManager.class)))))
            .because(TENANTS);

    @ArchTest
    static final ArchRule everyRowBelongsToATenant = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .doNotHaveFullyQualifiedName(Tenant.class.getName())
            .should()
            .beAssignableTo(TenantOwned.class)
            .because(TENANTS);

    @ArchTest
    static final ArchRule openIdTypesStayWithTheSignIn = noClasses()
            .that()
            .resideOutsideOfPackages("..platform.security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..")
            .because("what the identity provider speaks is the sign-in's business alone");

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.time..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("time, chance and waiting are handed in, so that tests can move them");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name that says nothing hides where code belongs");

    @ArchTest
    static final ArchRule fieldsAreNotOpenToOthers = noFields()
            .that()
            .doNotHaveModifier(JavaModifier.FINAL)
            .should()
            .bePublic()
            .because("state that anybody can change is nobody's");

    @ArchTest
    static final ArchRule everyRoomHasItsSign = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("live in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " has no sign"));
                }
            })
            .because(HOUSE);

    @ArchTest
    static final ArchRule edgeAndHubMeetInTheContracts = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vedette.agent..", "io.vedette.lab..", "io.vedette.stack..", "org.bytedeco..")
            .because(HOUSE);
}
