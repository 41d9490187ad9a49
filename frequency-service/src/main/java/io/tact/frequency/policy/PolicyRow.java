package io.tact.frequency.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A policy in its table. */
@Entity
@Table(name = "policy")
class PolicyRow {
    @Id String id = "";
    long version;
    String definition = "{}";

    Policy policy(ObjectMapper json) {
        try {
            return json.readValue(definition, PolicyDefinition.class).policy(id);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Policy " + id + " cannot be read", damaged);
        }
    }

    void set(Policy policy, long version, ObjectMapper json) {
        this.id = policy.id();
        this.version = version;
        try {
            this.definition = json.writeValueAsString(PolicyDefinition.of(policy));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers are JSON", impossible);
        }
    }
}
