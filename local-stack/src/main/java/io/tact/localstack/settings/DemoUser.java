package io.tact.localstack.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user of the imported realm; the password is the name. Their ids are fixed there, so they
 * survive a new realm.
 */
public record DemoUser(String name, int number, List<String> roles) {
    public static final List<DemoUser> ALL =
            List.of(
                    new DemoUser("ann", 1, List.of()),
                    new DemoUser("ben", 2, List.of()),
                    new DemoUser("mia", 3, List.of("merchandiser")),
                    new DemoUser("carl", 4, List.of("campaign-manager")),
                    new DemoUser("olga", 5, List.of("consent-officer")),
                    new DemoUser("paul", 6, List.of("privacy-officer")),
                    new DemoUser("lena", 7, List.of("analyst")));

    public Map<String, Object> entry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("password", name);
        entry.put("subject", String.format("7ac70000-0000-4000-8000-%012d", number));
        entry.put("roles", roles);
        return entry;
    }
}
