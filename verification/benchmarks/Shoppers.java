import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Visitors who allow everything for which an event can be kept, and of whom profile-service has heard it. */
final class Shoppers {
    private static final String YES =
            "{\"answers\":{\"functionality\":true,\"measurement\":true,\"experience\":true,\"marketing\":true}}";

    private Shoppers() {}

    record Shopper(String token, String anonymousId) {
        static Shopper of(String token) throws IOException {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return new Shopper(token, new ObjectMapper().readTree(claims).get("sub").asText());
        }

        Door.Answer readsProfile(Door profile) throws IOException {
            return readsProfile(profile, "");
        }

        Door.Answer readsProfile(Door profile, String consentSeq) throws IOException {
            return profile.send("GET", "/v1/me/profile?purpose=experience", token, consentSeq, null);
        }
    }

    static List<Shopper> make(JsonNode suite, int count) throws IOException, InterruptedException {
        URI consentService = new RunningService(suite, "consent-service").url();
        var shoppers = new ArrayList<Shopper>();
        try (var consent = new Door(consentService);
                var profile = new Door(new RunningService(suite, "profile-service").url())) {
            for (String token : Visitors.make(consentService, count)) {
                var shopper = Shopper.of(token);
                String said = consent.send("POST", "/v1/me/consents", token, YES).consentSeq();
                require(200, shopper.readsProfile(profile, said));
                shoppers.add(shopper);
            }
        }
        return List.copyOf(shoppers);
    }

    private static void require(int status, Door.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
    }
}
