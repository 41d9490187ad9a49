package io.tact.frequency.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.frequency.cap.Label;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignDefinitionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void definitionIsReadAndWrittenBack() throws JsonProcessingException {
        String definition =
                """
                {"kind":"contextual","priority":10,"placements":["home.hero"],"labels":["category:camping"],"active":false,\
                "creative":{"type":"fixed","title":"Spring","image":"/pictures/tent.svg","url":"/category/camping"}}""";

        Campaign campaign = read(definition);

        assertThat(campaign.labels()).containsExactly(new Label("category:camping"));
        assertThat(campaign.isShownAt("home.hero")).as("ended").isFalse();
        assertThat(campaign.creative())
                .isEqualTo(
                        new Creative.Fixed(
                                "Spring",
                                Optional.empty(),
                                Optional.of("/pictures/tent.svg"),
                                "/category/camping"));
        assertThat(JSON.writeValueAsString(CampaignDefinition.of(campaign))).isEqualTo(definition);
    }

    @Test
    void campaignIsActiveAndHasNoLabelsUnlessItSaysSo() throws JsonProcessingException {
        Campaign campaign =
                read(
                        """
                        {"kind":"personal","priority":0,"placements":["home.hero"],"creative":{"type":"item"}}""");

        assertThat(campaign.isShownAt("home.hero")).isTrue();
        assertThat(campaign.revision()).containsExactly(Label.campaign("c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | kind is missing",
                "'{\"kind\":\"other\",\"priority\":1,\"placements\":[\"a\"],\"creative\":{\"type\":\"item\"}}' | personal or contextual",
                "'{\"kind\":\"personal\",\"priority\":1001,\"placements\":[\"a\"],\"creative\":{\"type\":\"item\"}}' | 1001",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[],\"creative\":{\"type\":\"item\"}}' | placements",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[null],\"creative\":{\"type\":\"item\"}}' | placements",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[\"a\"],\"labels\":[\"campaign:x\"],\"creative\":{\"type\":\"item\"}}' | itself gives",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[\"a\"],\"creative\":{\"type\":\"fixed\",\"title\":\"x\",\"url\":\"javascript:alert(1)\"}}' | url",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[\"a\"],\"creative\":{\"type\":\"fixed\",\"title\":\"x\",\"url\":\"//elsewhere.example\"}}' | url",
                "'{\"kind\":\"personal\",\"priority\":1,\"placements\":[\"a\"],\"creative\":{\"type\":\"fixed\",\"url\":\"/\"}}' | title is missing"
            })
    void whatIsWrongIsNamed(String definition, String named) {
        assertThatThrownBy(() -> read(definition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static Campaign read(String definition) throws JsonProcessingException {
        return JSON.readValue(definition, CampaignDefinition.class).campaign("c");
    }
}
