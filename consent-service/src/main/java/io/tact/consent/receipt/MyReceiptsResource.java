package io.tact.consent.receipt;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.RetentionConfig;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.consent.notice.AskedPurposes;
import io.tact.consent.proof.ProofProblems;
import io.tact.consent.receipt.Issue.Receipt;
import io.tact.consent.receipt.Issue.Unproven;
import io.tact.consent.web.ConsentApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/me/receipts")
@Tag(name = "My consents")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class MyReceiptsResource {
    private static final String JSON_LD = "application/ld+json";

    private final IssueReceipt issueReceipt;
    private final ReceiptDocument documents;
    private final CurrentCaller current;
    private final InstantSource clock = InstantSource.system();
    private final AskedPurposes askedPurposes;

    MyReceiptsResource(
            IssueReceipt issueReceipt,
            ControllerConfig controller,
            RetentionConfig retention,
            CurrentCaller current,
            AskedPurposes askedPurposes) {
        this.askedPurposes = askedPurposes;
        this.issueReceipt = issueReceipt;
        this.documents = new ReceiptDocument(new RecordDocument(controller, retention.retention()));
        this.current = current;
    }

    @GET
    @Produces(JSON_LD)
    @Operation(
            summary = "A receipt of my answer, to take home",
            description =
                    "All fields that ISO/IEC TS 27560:2023 demands, in W3C DPV, and the evidence of /v1/me/proof under tact:evidence.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "401",
            description = "subject-required, token-invalid, visitor-token-invalid")
    @APIResponse(responseCode = "404", description = "answer-missing")
    @APIResponse(responseCode = "422", description = "purpose-unknown")
    @APIResponse(responseCode = "500", description = "record-damaged")
    @APIResponse(responseCode = "503", description = "not-signed-yet, store-unavailable")
    public Uni<RestResponse<String>> receipt(
            @RestQuery @Parameter(required = true) @Nullable String purpose) {
        var caller = current.required();
        Purpose asked = askedPurposes.known(purpose);
        return issueReceipt
                .issue(caller.keys(), asked)
                .map(
                        issue -> {
                            if (issue instanceof Receipt receipt) {
                                return documents
                                        .of(receipt, asked, clock.instant())
                                        .encodePrettily();
                            }
                            throw issue instanceof Unproven unproven
                                    ? ProofProblems.of(unproven.why())
                                    : Problems.of(
                                            404,
                                            "answer-missing",
                                            "You have not answered this",
                                            "There is no receipt of what was never said.");
                        })
                .map(
                        body ->
                                ResponseBuilder.ok(body)
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }
}
