package io.tact.storefront;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tact.storefront.basket.Basket;
import io.tact.storefront.basket.BasketLine;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Assortment;
import io.tact.storefront.catalogue.Item;
import io.tact.storefront.catalogue.Price;
import io.tact.storefront.order.OrderId;
import io.tact.storefront.shopper.Customer;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.SubjectId;
import io.tact.storefront.shopper.Visitor;

@AnalyzeClasses(packagesOf = StorefrontConfig.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveADirection =
            slices().matching("io.tact.storefront.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework =
            classes()
                    .that()
                    .belongToAnyOf(
                            Basket.class,
                            BasketLine.class,
                            Bill.class,
                            Assortment.class,
                            Item.class,
                            Price.class,
                            OrderId.class,
                            Customer.class,
                            Shopper.class,
                            SubjectId.class,
                            Visitor.class)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "io.tact.storefront..");
}
