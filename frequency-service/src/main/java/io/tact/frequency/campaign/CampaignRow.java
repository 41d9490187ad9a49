package io.tact.frequency.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A campaign in its table. */
@Entity
@Table(name = "campaign")
class CampaignRow {
    @Id String id = "";
    long version;
    String definition = "{}";

    Campaign campaign(ObjectMapper json) {
        try {
            return json.readValue(definition, CampaignDefinition.class).campaign(id);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Campaign " + id + " cannot be read", damaged);
        }
    }

    void set(Campaign campaign, long version, ObjectMapper json) {
        this.id = campaign.id();
        this.version = version;
        try {
            this.definition = json.writeValueAsString(CampaignDefinition.of(campaign));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers are JSON", impossible);
        }
    }
}
