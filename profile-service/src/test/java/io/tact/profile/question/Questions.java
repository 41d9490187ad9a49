package io.tact.profile.question;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.tact.profile.Shop;
import java.util.concurrent.atomic.AtomicInteger;

/** What a shop asks in tests. */
public final class Questions {
    public static final String COLOURS =
            """
            {"type":"choice","many":false,"choices":[
                {"value":"red","label":{"en":"Red","de":"Rot"}},{"value":"blue","label":{"en":"Blue","de":"Blau"}}]}""";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Questions() {}

    /** That nobody else has asked. */
    public static String name() {
        return "tent_" + COUNT.incrementAndGet();
    }

    public static String body(String purpose, String answer, String more) {
        return """
        {"text":{"en":"Which tent?","de":"Welches Zelt?"},"why":{"en":"To show you tents","de":"Um Zelte zu zeigen"},
         "benefit":{"en":"Fewer tents","de":"Weniger Zelte"},"purpose":"%s","answer":%s,"keepFor":"P30D","askAgainAfterSkip":7,
         "benefitNeeds":[]%s}"""
                .formatted(purpose, answer, more);
    }

    public static ValidatableResponse put(Shop shop, String role, String name, String body) {
        return given().auth()
                .oauth2(shop.stack().tokens().staff(role))
                .contentType("application/json")
                .body(body)
                .put("/v1/questions/" + name)
                .then();
    }

    /** Its name. */
    public static String ask(Shop shop, String purpose, String answer) {
        String name = name();
        put(shop, "merchandiser", name, body(purpose, answer, "")).statusCode(200);
        return name;
    }
}
