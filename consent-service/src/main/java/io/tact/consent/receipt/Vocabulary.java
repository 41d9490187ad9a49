package io.tact.consent.receipt;

import io.tact.consent.answer.Answer;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Our words in those of the Data Privacy Vocabulary, version 2. */
final class Vocabulary {
    static final String RECORD = "https://w3id.org/dpv/schema/dpv-27560#record";
    static final String RECEIPT = "https://w3id.org/dpv/schema/dpv-27560#receipt";

    private static final Map<String, String> PURPOSES =
            Map.of(
                    "functionality", "dpv:UserInterfacePersonalisation",
                    "measurement", "dpv:ServiceUsageAnalytics",
                    "experience", "dpv:ProvidePersonalisedRecommendations",
                    "marketing", "dpv:PersonalisedAdvertising");

    /** Whose values are names of this vocabulary or of this document, and no texts. */
    private static final List<String> LINKS =
            List.of(
                    "dct:conformsTo",
                    "dpv:hasDataController",
                    "dpv:hasDataSource",
                    "dpv:hasJurisdiction",
                    "dpv:hasLegalBasis",
                    "dpv:hasLocation",
                    "dpv:isIndicatedBy");

    private Vocabulary() {}

    /** In the document itself, so that it can be read without the network. */
    static JsonObject context() {
        var context =
                new JsonObject()
                        .put("@version", 1.1)
                        .put("dpv", "https://w3id.org/dpv#")
                        .put("pd", "https://w3id.org/dpv/pd#")
                        .put("loc", "https://w3id.org/dpv/loc#")
                        .put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
                        .put("dct", "http://purl.org/dc/terms/")
                        .put("tact", "https://tact.dev/receipt#")
                        .put("tact:evidence", new JsonObject().put("@type", "@json"));
        LINKS.forEach(link -> context.put(link, new JsonObject().put("@type", "@id")));
        return context;
    }

    static String purpose(Purpose purpose) {
        return PURPOSES.getOrDefault(purpose.name(), "dpv:Purpose");
    }

    static String status(Answer answer) {
        return switch (answer) {
            case GRANTED -> "dpv:ConsentGiven";
            case REFUSED -> "dpv:ConsentRefused";
            case WITHDRAWN, OBJECTED -> "dpv:ConsentWithdrawn";
            case LAPSED -> "dpv:ConsentExpired";
        };
    }

    /** Consent; for a protected category explicit consent. */
    static String legalBasis(Purpose purpose) {
        return purpose.isSensitive() ? "eu-gdpr:A9-2-a" : "eu-gdpr:A6-1-a";
    }

    static Object personalData(DataSource source, Purpose purpose) {
        return purpose.isSensitive()
                ? new JsonArray().add(personalData(source)).add("dpv:SpecialCategoryPersonalData")
                : personalData(source);
    }

    private static String personalData(DataSource source) {
        return switch (source) {
            case ENTERED -> "pd:Preference";
            case BROWSING -> "pd:BrowsingBehavior";
            case PURCHASES -> "pd:PurchasesAndSpendingHabit";
            case ACCOUNT -> "pd:Identifying";
            case DEVICE -> "pd:DeviceBased";
            case LOCATION -> "pd:Location";
            case MICROPHONE -> "pd:VoiceCommunicationRecording";
            case CAMERA -> "pd:Picture";
            case CONTACTS -> "pd:Contact";
            case THIRD_PARTY -> "dpv:PersonalData";
        };
    }

    static String collectedFrom(DataSource source) {
        return source == DataSource.THIRD_PARTY
                ? "dpv:ThirdPartyDataSource"
                : "dpv:DataSubjectDataSource";
    }
}
