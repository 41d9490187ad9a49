import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The three services that obey consent, each asked something that it answers personally only with consent. */
final class Consumers implements AutoCloseable {
    static final List<String> NAMES = List.of("profile", "recommendation", "frequency");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Door> doors;

    Consumers(JsonNode suite) throws IOException {
        doors = List.of(door(suite, "profile-service"), door(suite, "recommendation-service"), door(suite, "frequency-service"));
    }

    private static Door door(JsonNode suite, String service) throws IOException {
        return new Door(URI.create(suite.at("/services/" + service).get("url").asText()));
    }

    /**
     * @param consumer an index in {@link #NAMES}
     */
    boolean answersPersonally(int consumer, String visitor, String consentSeq) throws IOException {
        return switch (consumer) {
            case 0 -> ask(0, "/v1/me/traits", visitor, consentSeq, "{\"favourite_kind\":\"tent\"}").path("kept").asBoolean();
            case 1 -> ask(1, "/v1/recommendations", visitor, consentSeq, "{\"placement\":\"home.session\",\"limit\":1}").path("rung").asText().equals("experience");
            default -> reservesPersonally(visitor, consentSeq);
        };
    }

    /** What it got is given back, so that no cap answers instead of consent. */
    private boolean reservesPersonally(String visitor, String consentSeq) throws IOException {
        JsonNode reservation =
                ask(2, "/v1/reservations", visitor, consentSeq, "{\"placement\":\"home.hero\",\"candidates\":[{\"campaign\":\"left-in-basket\",\"item\":\"t-1\"}]}")
                        .path("reservation");
        if (reservation.hasNonNull("id")) {
            doors.get(2).send("POST", "/v1/reservations/" + reservation.get("id").asText() + "/release", visitor, consentSeq, "{}");
        }
        return reservation.path("campaign").asText().equals("left-in-basket");
    }

    private JsonNode ask(int consumer, String path, String visitor, String consentSeq, String body) throws IOException {
        Door.Answer answer = doors.get(consumer).send("POST", path, visitor, consentSeq, body);
        if (answer.status() / 100 != 2) {
            throw new IOException(NAMES.get(consumer) + " answered " + answer.status());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        for (Door door : doors) {
            door.close();
        }
    }
}
