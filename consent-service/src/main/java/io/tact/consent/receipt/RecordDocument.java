package io.tact.consent.receipt;

import io.tact.consent.answer.Retention;
import io.tact.consent.client.Purpose;
import io.tact.consent.notice.NoticeText;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Notice;
import io.tact.consent.purpose.PurposeText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One record of consent, in the order of ISO/IEC TS 27560: header, processing, parties, event. */
final class RecordDocument {
    private static final String CONTROLLER = "tact:controller";

    private final ControllerConfig controller;
    private final Retention retention;

    RecordDocument(ControllerConfig controller, Retention retention) {
        this.controller = controller;
        this.retention = retention;
    }

    /**
     * @param text what the purpose is, as it was shown, or as it is shown now
     * @param shown the whole text that was shown, where it is kept
     */
    JsonObject of(UUID id, SaidEntry entry, PurposeText text, Optional<NoticeText> shown) {
        return new JsonObject()
                .put("@type", "dpv:ConsentRecord")
                .put("dct:conformsTo", Vocabulary.RECORD)
                .put("dct:identifier", id.toString())
                .put(
                        "dpv:hasDataSubject",
                        new JsonObject()
                                .put("@type", "dpv:DataSubject")
                                .put("dct:identifier", entry.key().value()))
                .put("dpv:hasNotice", notice(entry.notice(), shown))
                .put("dpv:hasProcess", process(text))
                .put("dpv:hasEntity", new JsonArray().add(controller()))
                .put("dpv:hasConsentStatus", new JsonArray().add(event(entry, text)));
    }

    private static JsonObject notice(Optional<Notice> notice, Optional<NoticeText> shown) {
        var document = new JsonObject().put("@type", "dpv:ConsentNotice");
        if (notice.isEmpty()) {
            return document.put("dct:language", "und")
                    .put("dct:description", "The client did not say which text it showed.");
        }
        Notice named = notice.get();
        document.put("dct:identifier", named.id())
                .put("dct:hasVersion", named.version())
                .put("dct:language", named.language());
        named.sha256()
                .ifPresent(
                        hash ->
                                document.put("tact:sha256", hash)
                                        .put("dct:source", "/v1/notices/texts/" + hash));
        shown.ifPresent(text -> document.put("tact:text", text.text()));
        return document;
    }

    private JsonObject process(PurposeText text) {
        return new JsonObject()
                .put("@type", "dpv:Process")
                .put(
                        "dpv:hasPurpose",
                        new JsonObject()
                                .put("@type", Vocabulary.purpose(text.purpose()))
                                .put("dct:identifier", text.purpose().name())
                                .put("dct:title", text.title())
                                .put("dct:description", text.whatWeDo()))
                .put("dpv:hasLegalBasis", Vocabulary.legalBasis(text.purpose()))
                .put(
                        "dpv:hasPersonalData",
                        each(text, source -> personalData(source, text.purpose())))
                .put("dpv:hasDataSource", each(text, Vocabulary::collectedFrom))
                .put("dpv:hasDataController", CONTROLLER)
                .put("dpv:hasStorageCondition", storage(text))
                .put("dpv:hasJurisdiction", "loc:" + controller.jurisdiction())
                .put("dpv:hasRecipient", recipients())
                .put("dpv:hasConsentControl", exercisedAt("dpv:WithdrawConsent"))
                .put(
                        "dpv:hasRight",
                        new JsonArray()
                                .add(exercisedAt("eu-gdpr:A7-3"))
                                .add(exercisedAt("eu-gdpr:A15"))
                                .add(exercisedAt("eu-gdpr:A17"))
                                .add(exercisedAt("eu-gdpr:A21")));
    }

    private static JsonArray each(PurposeText text, Function<DataSource, Object> document) {
        return new JsonArray(text.sources().stream().map(document).distinct().toList());
    }

    private static JsonObject personalData(DataSource source, Purpose purpose) {
        return new JsonObject()
                .put("@type", Vocabulary.personalData(source, purpose))
                .put("dct:identifier", source.word());
    }

    private JsonArray storage(PurposeText text) {
        var storage = new JsonArray();
        controller
                .storageLocations()
                .forEach(
                        location ->
                                storage.add(
                                        new JsonObject()
                                                .put("@type", "dpv:StorageLocation")
                                                .put("dpv:hasLocation", "loc:" + location)));
        return storage.add(
                new JsonObject()
                        .put("@type", "dpv:StorageDuration")
                        .put("dpv:hasDuration", retention.of(text.purpose()).toString()));
    }

    /** An empty list says that nobody is given anything. */
    private JsonArray recipients() {
        return new JsonArray(
                controller.recipients().orElse(List.of()).stream()
                        .map(
                                name ->
                                        new JsonObject()
                                                .put("@type", "dpv:ThirdParty")
                                                .put("dpv:hasName", name))
                        .toList());
    }

    private JsonObject exercisedAt(String what) {
        return new JsonObject().put("@type", what).put("dpv:isExercisedAt", controller.contact());
    }

    private JsonObject controller() {
        return new JsonObject()
                .put("@id", CONTROLLER)
                .put("@type", "dpv:DataController")
                .put("dct:identifier", controller.name())
                .put("dpv:hasName", controller.name())
                .put("dpv:hasAddress", controller.address())
                .put("dpv:hasContact", controller.contact());
    }

    private JsonObject event(SaidEntry entry, PurposeText text) {
        Instant saidAt = entry.givenAt().orElse(entry.recordedAt());
        var event =
                new JsonObject()
                        .put("@type", Vocabulary.status(entry.standing().answer()))
                        .put("dct:date", saidAt.toString())
                        .put("dpv:isIndicatedAtTime", saidAt.toString())
                        .put(
                                "dpv:isIndicatedBy",
                                entry.byThePerson() ? "dpv:DataSubject" : CONTROLLER)
                        .put("dpv:hasIndicationMethod", method(entry))
                        .put(
                                "dct:valid",
                                retention
                                        .until(text.purpose(), entry.standing())
                                        .map(Instant::toString)
                                        .orElse("until it is answered anew"));
        return event.put("dpv:hasLegalBasis", "dpv:ExpressedConsent")
                .put("tact:answer", entry.standing().answer().word())
                .put("tact:countsFrom", entry.standing().at().toString())
                .put("tact:recordedAt", entry.recordedAt().toString())
                .put("tact:version", entry.version());
    }

    private static String method(SaidEntry entry) {
        if (!entry.byThePerson()) {
            return "none: it ended by itself, or with another identity of the person";
        }
        return entry.privacySignal() ? "the signal Sec-GPC: 1, or a choice" : "a choice";
    }
}
