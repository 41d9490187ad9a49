package io.tact.localstack.importing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.importing.sending.StaffApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The campaigns and caps of the demo shop ({@code campaigns.json}). */
final class DemoCampaigns {
    private final StaffApi frequency;

    DemoCampaigns(StaffApi frequency) {
        this.frequency = frequency;
    }

    /** Policies first, so that no campaign runs uncapped for a moment. */
    void put() throws IOException, InterruptedException {
        try (InputStream text = DemoCampaigns.class.getResourceAsStream("campaigns.json")) {
            JsonNode all = new ObjectMapper().readTree(requireNonNull(text));
            putAll("/v1/policies/", all.path("policies"));
            putAll("/v1/campaigns/", all.path("campaigns"));
        }
    }

    private void putAll(String path, JsonNode byId) throws InterruptedException {
        for (Map.Entry<String, JsonNode> entry : byId.properties()) {
            frequency.put(path + entry.getKey(), entry.getValue());
        }
    }
}
