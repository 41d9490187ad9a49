package io.tact.frequency;

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

/** Doors → use cases → domain, and back never. */
@AnalyzeClasses(
        packages = "io.tact.frequency",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> DOORS =
            simpleNameEndingWith("Resource").or(simpleNameEndingWith("Reader")).as("doors");

    private static final DescribedPredicate<JavaClass> STORES =
            simpleNameEndingWith("Store").or(simpleNameEndingWith("Row")).as("stores");

    @ArchTest
    static final ArchRule capsKnowNoFrameworkAndNothingAroundThem =
            classes()
                    .that()
                    .resideInAPackage("io.tact.frequency.cap")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "io.tact.frequency.cap");

    @ArchTest
    static final ArchRule rulesAndLogsKnowNoFramework =
            classes()
                    .that()
                    .haveSimpleName("Rulebook")
                    .or()
                    .haveSimpleName("Candidate")
                    .or()
                    .haveSimpleName("Asked")
                    .or()
                    .haveSimpleName("LabelNumbers")
                    .or()
                    .haveSimpleName("Campaign")
                    .or()
                    .haveSimpleName("Creative")
                    .or()
                    .haveSimpleName("Policy")
                    .or()
                    .haveSimpleName("PackedLog")
                    .or()
                    .haveSimpleName("Impressions")
                    .or()
                    .haveSimpleName("Decision")
                    .or()
                    .haveSimpleName("Settled")
                    .or()
                    .haveSimpleName("Standing")
                    .or()
                    .haveSimpleName("FollowedClock")
                    .or()
                    .haveSimpleName("Exhausted")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "io.tact.frequency..");

    @ArchTest
    static final ArchRule nothingInsideKnowsADoor =
            noClasses()
                    .that(DescribedPredicate.not(DOORS))
                    .and(
                            DescribedPredicate.not(
                                    DescribedPredicate.describe(
                                            "part of a door",
                                            type ->
                                                    type.getEnclosingClass()
                                                            .map(DOORS::test)
                                                            .orElse(false))))
                    .should()
                    .dependOnClassesThat(DOORS.and(resideHere()));

    @ArchTest
    static final ArchRule storesDoNotDecide =
            noClasses().that(STORES).should().dependOnClassesThat().haveSimpleName("CapDecision");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("io.tact.frequency.(*)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> resideHere() {
        return JavaClass.Predicates.resideInAPackage("io.tact.frequency..");
    }
}
