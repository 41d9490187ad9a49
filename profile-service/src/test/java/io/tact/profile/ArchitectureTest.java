package io.tact.profile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Doors → use cases → domain, and back never. */
@AnalyzeClasses(
        packages = "io.tact.profile",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
    private static final Set<String> DOMAIN =
            Set.of(
                    "io.tact.profile.event",
                    "io.tact.profile.identity",
                    "io.tact.profile.keeping",
                    "io.tact.profile.protection",
                    "io.tact.profile.source",
                    "io.tact.profile.trait");

    private static final DescribedPredicate<JavaClass> DOORS =
            simpleNameEndingWith("Resource").as("doors");

    /** Rows, files and settings, and the bean that holds what was read from a file. */
    private static final DescribedPredicate<JavaClass> EDGES =
            simpleNameEndingWith("Row")
                    .or(simpleNameEndingWith("Config"))
                    .or(simpleNameEndingWith("File"))
                    .or(simpleNameEndingWith("Sources"))
                    .as("edges");

    private static final DescribedPredicate<JavaClass> THE_DOMAIN =
            DescribedPredicate.describe(
                    "the domain",
                    type ->
                            DOMAIN.contains(type.getPackageName())
                                    && !EDGES.test(type)
                                    && type.getEnclosingClass()
                                            .map(outer -> !EDGES.test(outer))
                                            .orElse(true));

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            classes()
                    .that(THE_DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "io.tact.profile.event",
                            "io.tact.profile.identity",
                            "io.tact.profile.keeping",
                            "io.tact.profile.protection",
                            "io.tact.profile.source",
                            "io.tact.profile.trait",
                            "io.tact.consent.client",
                            "io.tact.consent.client.identity");

    @ArchTest
    static final ArchRule nothingLeadsBackToADoor =
            noClasses()
                    .that(DescribedPredicate.not(DOORS))
                    .and()
                    .haveNameNotMatching(".*Resource\\$.*")
                    .should()
                    .dependOnClassesThat(DOORS);

    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("io.tact.profile.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWireReadsSegmentsWords =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.tact.profile.segment",
                            "io.tact.profile.acceptance",
                            "io.tact.profile.log")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.tact.profile.segment");
}
