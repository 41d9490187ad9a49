package io.tact.recommendation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
        packages = "io.tact.recommendation",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {
    private static final String BASE = "io.tact.recommendation.";

    /** Nothing but arithmetic lives here. */
    private static final Set<String> CORE =
            Set.of(
                    BASE + "ranking",
                    BASE + "session",
                    BASE + "complement",
                    BASE + "popularity",
                    BASE + "history");

    /** Of the other features, what decides. */
    private static final Set<String> DECISIONS =
            Set.of(
                    BASE + "catalogue.Item",
                    BASE + "catalogue.Price",
                    BASE + "catalogue.Catalogue",
                    BASE + "catalogue.CatalogueEntry",
                    BASE + "catalogue.Feed",
                    BASE + "catalogue.KnownItems",
                    BASE + "model.Model",
                    BASE + "model.Lesson",
                    BASE + "model.Grants",
                    BASE + "model.Fingerprint",
                    BASE + "answer.Page",
                    BASE + "answer.PageAnswer",
                    BASE + "answer.PersonalAnswer",
                    BASE + "answer.Intent",
                    BASE + "answer.Shopper",
                    BASE + "answer.Shelf",
                    BASE + "answer.Sources",
                    BASE + "answer.Fusion",
                    BASE + "answer.Likeness",
                    BASE + "answer.Sentences",
                    BASE + "answer.Suggestion");

    private static final DescribedPredicate<JavaClass> THE_DOMAIN =
            describe(
                    "the domain",
                    type ->
                            CORE.contains(type.getPackageName())
                                    || DECISIONS.contains(outermost(type).getName()));

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            classes()
                    .that(THE_DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "io.tact.recommendation..",
                            "io.tact.consent.client",
                            "io.tact.consent.client.identity");

    @ArchTest
    static final ArchRule pageAnswerHasNoWayToKnowAPerson =
            noClasses()
                    .that()
                    .haveSimpleName("PageAnswer")
                    .or()
                    .haveSimpleName("Page")
                    .or()
                    .haveSimpleName("Sources")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(BASE + "history", "io.tact.consent.client..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveSimpleName("Shopper");

    @ArchTest
    static final ArchRule nothingGoesOutThroughADoorForPeople =
            noClasses().should().dependOnClassesThat(simpleNameEndingWith("Resource"));

    @ArchTest
    static final ArchRule storesAreOpenedByTheirOwnFeatureOnly =
            classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate();

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("io.tact.recommendation.(*)..").should().beFreeOfCycles();

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
