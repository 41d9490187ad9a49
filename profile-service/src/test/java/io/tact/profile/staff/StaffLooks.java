package io.tact.profile.staff;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;

/** Staff who look somebody up. */
public final class StaffLooks {
    private StaffLooks() {}

    public static ValidatableResponse lookUp(Shop shop, Customer customer, String reason) {
        return post(officer(shop), body("user_id", customer.userId(), reason));
    }

    static RequestSpecification officer(Shop shop) {
        return given().auth().oauth2(shop.stack().tokens().staff("privacy-officer"));
    }

    static ValidatableResponse post(RequestSpecification who, String body) {
        return who.contentType("application/json").body(body).post("/v1/explanations").then();
    }

    static String body(String type, String value, String reason) {
        var body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        body.putObject("identity").put("type", type).put("value", value);
        return body.toString();
    }
}
