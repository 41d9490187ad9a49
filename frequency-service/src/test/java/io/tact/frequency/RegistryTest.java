package io.tact.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class RegistryTest {
    Surroundings shop;

    @Test
    void campaignIsReadBackAsItWasSaved() {
        String definition =
                """
                {"kind":"contextual","priority":10,"placements":["registry.a"],"labels":["category:camping"],"active":true,\
                "creative":{"type":"fixed","title":"Spring","url":"/spring"}}""";
        int version =
                shop.manager()
                        .body(definition)
                        .put("/v1/campaigns/registry-a")
                        .then()
                        .statusCode(200)
                        .body("id", equalTo("registry-a"))
                        .extract()
                        .path("version");

        shop.manager()
                .get("/v1/campaigns/registry-a")
                .then()
                .statusCode(200)
                .body("kind", equalTo("contextual"))
                .body("labels", contains("category:camping"))
                .body("creative.title", equalTo("Spring"))
                .body("version", equalTo(version));
        shop.manager().get("/v1/campaigns").then().body("campaigns.id", hasItem("registry-a"));
    }

    @Test
    void policyIsReadBackAsItWasSaved() {
        shop.policy(
                "registry-b",
                "campaign:registry-b",
                3,
                "PT24H",
                "product:registry-b",
                0,
                "lifetime");

        shop.manager()
                .get("/v1/policies/registry-b")
                .then()
                .statusCode(200)
                .body("rules.label", contains("campaign:registry-b", "product:registry-b"))
                .body("rules.limit", contains(3, 0))
                .body("rules.window", contains("P1D", "lifetime"));
        shop.manager().get("/v1/policies").then().body("policies.id", hasItem("registry-b"));
    }

    @Test
    void everyChangeRaisesTheVersion() {
        int before = shop.manager().get("/v1/policies").then().extract().path("version");
        shop.policy("registry-c", "campaign:registry-c", 3, "P1D");
        shop.personalCampaign("registry-c", "registry.c");
        int after = shop.manager().get("/v1/policies").then().extract().path("version");

        assertThat(after).isEqualTo(before + 2);
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsWrongIsNamed() {
        shop.manager()
                .get("/v1/campaigns/registry-d")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://tact.dev/problems/campaign-unknown"));
        shop.manager()
                .get("/v1/policies/registry-d")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://tact.dev/problems/policy-unknown"));
        shop.manager()
                .body("{\"rules\":[{\"label\":\"campaign:*\",\"limit\":3,\"window\":\"P1M\"}]}")
                .put("/v1/policies/registry-d")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/request-invalid"))
                .body("detail", org.hamcrest.Matchers.containsString("P1M"));
        shop.manager().body("{").put("/v1/policies/registry-d").then().statusCode(400);
        shop.manager().body("{}").put("/v1/campaigns/Not-An-Id").then().statusCode(400);
    }
}
