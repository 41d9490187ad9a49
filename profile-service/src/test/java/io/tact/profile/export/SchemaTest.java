package io.tact.profile.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.profile.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void schemaIsServedToEverybodyAsItIsPublished(ExportKind kind) throws IOException {
        String published = Files.readString(Exports.CONTRACTS.resolve(kind.schemaFile()));

        String served =
                given().get("/v1/exports/" + kind.schemaFile())
                        .then()
                        .statusCode(200)
                        .header("Content-Type", equalTo("application/schema+json;charset=UTF-8"))
                        .extract()
                        .asString();

        assertThat(served).isEqualTo(published);
        assertThat(Dump.JSON.readTree(published).path("$id").textValue()).isEqualTo(kind.schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "access.v2.schema.json", "..%2fapplication.properties"})
    void nothingElseIsServed(String file) {
        given().urlEncodingEnabled(false)
                .get("/v1/exports/" + file)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsOne(ExportKind kind) throws IOException {
        String example =
                Files.readString(Exports.CONTRACTS.resolve("examples/" + kind.wire() + ".v1.json"));

        Exports.validate(example, kind);

        String more = example.replaceFirst("\\{", "{\"more\":1,");
        assertThatThrownBy(() -> Exports.validate(more, kind)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsDescribed(ExportKind kind) throws IOException {
        JsonNode schema =
                Dump.JSON.readTree(Files.readString(Exports.CONTRACTS.resolve(kind.schemaFile())));

        assertThat(schema.findValues("properties"))
                .allSatisfy(
                        fields ->
                                fields.properties()
                                        .forEach(
                                                field ->
                                                        assertThat(
                                                                        field.getValue()
                                                                                .has("description"))
                                                                .as(field.getKey())
                                                                .isTrue()));
    }
}
