package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {
    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aServiceIsToldWhereEverythingIs(ServiceChart chart) {
        Map<String, String> variables = Environment.of(chart.render("kafka: {topicPrefix: eu.}"));

        String name = chart.name().replace("-service", "");
        assertThat(variables)
                .containsEntry("TACT_HTTP_PORT", "8080")
                .containsEntry("TACT_MANAGEMENT_PORT", "9000")
                .containsEntry("TACT_DATABASE_HOST", "postgres")
                .containsEntry("TACT_DATABASE_PORT", "5432")
                .containsEntry("TACT_DATABASE_NAME", name)
                .containsEntry("TACT_DATABASE_USER", name + "-database/username")
                .containsEntry("TACT_DATABASE_PASSWORD", name + "-database/password")
                .containsEntry("TACT_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
                .containsEntry("TACT_TOPIC_PREFIX", "eu.")
                .containsEntry("TACT_OIDC_ISSUER_URL", "https://login.example/realms/tact")
                .containsEntry("TACT_OIDC_AUDIENCE", "tact")
                .containsEntry("TACT_INSTALLATION_SECRET", "tact-installation/secret")
                .containsEntry("TACT_VISITOR_KEYS", "/etc/tact/visitor-keys/jwks.json")
                .containsEntry(
                        "TACT_RECEIPT_SIGNING_KEY", "/etc/tact/receipt-signing/receipt-key.pem");
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void theChartSetsWhatTheServiceNeedsInProduction(ServiceChart chart) {
        Pending.skipUnlessWritten(Configuration.own(chart));

        assertThat(Environment.of(chart.render()))
                .containsKeys(
                        Configuration.inProduction(chart)
                                .requiredVariables()
                                .toArray(String[]::new));
    }

    @Test
    void onlyConsentServiceIsGivenTheKeyThatSigns() {
        assertThat(Environment.of(new ServiceChart("consent-service").render()))
                .containsEntry("TACT_VISITOR_PRIVATE_KEY", "/etc/tact/visitor-signing/private.pem")
                .containsEntry("TACT_VISITOR_KEY_ID", "visitor-2026-01");
        assertThat(ServiceChart.all().filter(chart -> !chart.name().equals("consent-service")))
                .allSatisfy(
                        chart -> assertThat(chart.render().text()).doesNotContain("private.pem"));
    }

    @Test
    void onlyConsentServiceIsGivenTheKeysOfTheLedger() {
        assertThat(Environment.of(new ServiceChart("consent-service").render()))
                .containsEntry("TACT_LEDGER_ORIGIN", "shop.example/consent")
                .containsEntry("TACT_LEDGER_MASTER_KEY", "/etc/tact/ledger-master/master.key")
                .containsEntry("TACT_LEDGER_SIGNING_KEY", "/etc/tact/ledger-signing/signing.key");
        assertThat(ServiceChart.all().filter(chart -> !chart.name().equals("consent-service")))
                .allSatisfy(chart -> assertThat(chart.render().text()).doesNotContain("ledger"));
    }

    @Test
    void receiptsNameTheControllerAndItsRecipients() {
        assertThat(
                        Environment.of(
                                new ServiceChart("consent-service")
                                        .render(
                                                "controller: {storageLocations: [IE, DE], recipients: [Parcel Ltd, Mail GmbH]}")))
                .containsEntry("TACT_CONTROLLER_NAME", "Shop Ltd")
                .containsEntry("TACT_CONTROLLER_STORAGE_LOCATIONS", "IE,DE")
                .containsEntry("TACT_CONTROLLER_RECIPIENTS", "Parcel Ltd,Mail GmbH");
    }

    @Test
    void pagesOfNoOtherOriginMayCallUnlessTheyAreListed() {
        ServiceChart chart = new ServiceChart("consent-service");

        assertThat(Environment.of(chart.render())).containsEntry("TACT_BANNER_ORIGINS", "");
        assertThat(
                        Environment.of(
                                chart.render(
                                        "banner: {origins: [https://a.example, https://b.example:8443]}")))
                .containsEntry("TACT_BANNER_ORIGINS", "https://a.example,https://b.example:8443");
    }

    @Test
    void clientsReadProfilesForThePurposesThatTheirShopRegistered() {
        ServiceChart chart = new ServiceChart("profile-service");

        assertThat(Environment.of(chart.render())).containsEntry("TACT_READING_CLIENTS", "{}");
        assertThat(
                        Environment.of(
                                chart.render(
                                        "readingClients: {visitor: [experience], shop-app: [functionality, experience]}")))
                .containsEntry(
                        "TACT_READING_CLIENTS",
                        "{\"shop-app\":[\"functionality\",\"experience\"],\"visitor\":[\"experience\"]}");
    }

    @Test
    void onlyProfileServiceIsGivenTheWriteKeys() {
        assertThat(Environment.of(new ServiceChart("profile-service").render()))
                .containsEntry("TACT_WRITE_KEYS", "/etc/tact/write-keys/write-keys.json");
        assertThat(ServiceChart.all().filter(chart -> !chart.name().equals("profile-service")))
                .allSatisfy(
                        chart -> assertThat(chart.render().text()).doesNotContain("write-keys"));
    }

    @Test
    void profileServiceKnowsWithWhatEverybodySigns() {
        assertThat(Environment.of(new ServiceChart("profile-service").render()))
                .containsEntry("TACT_RECEIPT_KEYS", "/etc/tact/receipt-keys/receipt-keys.json");
    }

    @ParameterizedTest
    @CsvSource({
        "consent-service, visitor-signing, private.pem, consent-visitor-signing",
        "consent-service, ledger-master, master.key, consent-ledger",
        "consent-service, ledger-signing, signing.key, consent-ledger",
        "profile-service, write-keys, write-keys.json, profile-write-keys",
        "profile-service, receipt-signing, receipt-key.pem, profile-receipts",
        "consent-service, receipt-signing, receipt-key.pem, consent-receipts",
        "recommendation-service, receipt-signing, receipt-key.pem, recommendation-receipts",
        "frequency-service, receipt-signing, receipt-key.pem, frequency-receipts"
    })
    void aSecretFileIsMountedAloneAndFollowsItsSecret(
            String chart, String folder, String file, String secret) {
        Rendering rendering = new ServiceChart(chart).render();

        assertThat(rendering.container().path("volumeMounts"))
                .contains(
                        Yaml.parse(
                                "{name: %1$s, mountPath: /etc/tact/%1$s, readOnly: true}"
                                        .formatted(folder)));
        assertThat(rendering.pod().path("volumes"))
                .contains(
                        Yaml.parse(
                                """
                                name: %s
                                secret:
                                  secretName: %s
                                  defaultMode: 288
                                  items: [{key: %3$s, path: %3$s}]
                                """
                                        .formatted(folder, secret, file)));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void thePublicKeysComeFromAConfigMapOrASecret(ServiceChart chart) {
        Rendering fromConfigMap = chart.render();
        Rendering fromSecret =
                chart.renderOnly(
                        Values.without(chart.minimalValues(), "/visitorKeys/existingConfigMap"),
                        Yaml.parse("visitorKeys: {existingSecret: keys}"));

        assertThat(fromConfigMap.pod().at("/volumes/1"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                name: visitor-keys
                                configMap:
                                  name: tact-visitor-keys
                                  defaultMode: 288
                                  items: [{key: jwks.json, path: jwks.json}]
                                """));
        assertThat(fromSecret.pod().at("/volumes/1/secret/secretName").asText()).isEqualTo("keys");
        assertThat(fromSecret.pod().at("/volumes/1").has("configMap")).isFalse();
    }
}
