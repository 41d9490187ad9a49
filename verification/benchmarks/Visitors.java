import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** New visitors, as many as the service makes in a second. */
final class Visitors {
    private static final int TOO_MANY = 429;

    private Visitors() {}

    /** Their tokens. */
    static List<String> make(URI consentService, int count) throws IOException, InterruptedException {
        var json = new ObjectMapper();
        var tokens = new ArrayList<String>();
        try (var door = new Door(consentService)) {
            while (tokens.size() < count) {
                Door.Answer answer = door.send("POST", "/v1/visitors", "", "{}");
                if (answer.status() == TOO_MANY) {
                    Thread.sleep(200);
                } else {
                    tokens.add(json.readTree(answer.body()).get("token").asText());
                }
            }
        }
        return tokens;
    }
}
