package io.tact.consent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Doors → use cases → domain, and back never. */
@AnalyzeClasses(
        packages = "io.tact.consent",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
    private static final Set<String> DOMAIN =
            Set.of(
                    "io.tact.consent.answer",
                    "io.tact.consent.notice",
                    "io.tact.consent.notice.plain",
                    "io.tact.consent.purpose",
                    "io.tact.consent.speaker",
                    "io.tact.consent.visitor",
                    "io.tact.consent.consents");

    private static final DescribedPredicate<JavaClass> DOORS =
            simpleNameEndingWith("Resource")
                    .or(simpleNameEndingWith("Reader"))
                    .or(simpleNameEndingWith("Relay"))
                    .or(simpleNameEndingWith("Body"))
                    .or(simpleNameEndingWith("Problems"))
                    .and(JavaClass.Predicates.resideInAPackage("io.tact.consent.."))
                    .as("doors");

    private static final DescribedPredicate<JavaClass> STORES =
            simpleNameEndingWith("Store").or(simpleNameEndingWith("Row")).as("stores");

    private static final DescribedPredicate<JavaClass> BEANS =
            DescribedPredicate.describe(
                    "beans", type -> type.isAnnotatedWith(ApplicationScoped.class));

    private static final DescribedPredicate<JavaClass> USE_CASES =
            BEANS.and(DescribedPredicate.not(DOORS.or(STORES))).as("use cases");

    private static final DescribedPredicate<JavaClass> WIRING =
            simpleNameEndingWith("Config").or(simpleNameEndingWith("PublicKeys")).as("wiring");

    /** What is neither a door, nor a bean, nor a store, nor wiring, nor a part of one of these. */
    private static final DescribedPredicate<JavaClass> THE_DOMAIN =
            DescribedPredicate.describe(
                    "the domain",
                    type ->
                            DOMAIN.contains(type.getPackageName())
                                    && !isEdge(type)
                                    && type.getEnclosingClass()
                                            .map(outer -> !isEdge(outer))
                                            .orElse(true));

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            classes()
                    .that(THE_DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "io.tact.consent..",
                            "io.tact.proof..");

    @ArchTest
    static final ArchRule domainKnowsNothingAroundIt =
            noClasses()
                    .that(THE_DOMAIN)
                    .should()
                    .dependOnClassesThat(DOORS.or(STORES).or(USE_CASES))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("io.tact.consent.web");

    @ArchTest
    static final ArchRule storesAreOpenedByUseCasesOnly =
            classes()
                    .that(STORES)
                    .should()
                    .onlyBeAccessed()
                    .byClassesThat(STORES.or(USE_CASES).or(simpleNameEndingWith("Relay")));

    @ArchTest
    static final ArchRule nothingGoesOutThroughADoorForPeople =
            noClasses()
                    .that(DescribedPredicate.not(DOORS))
                    .should()
                    .dependOnClassesThat(simpleNameEndingWith("Resource"));

    private static boolean isEdge(JavaClass type) {
        return DOORS.test(type) || STORES.test(type) || BEANS.test(type) || WIRING.test(type);
    }
}
