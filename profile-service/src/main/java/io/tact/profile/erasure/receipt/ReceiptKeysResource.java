package io.tact.profile.erasure.receipt;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** With what receipts are verified, by everybody. */
@Path("/v1/receipt-keys")
@Tag(name = "receipts")
@PermitAll
public class ReceiptKeysResource {
    private final ReceiptKeys keys;

    ReceiptKeysResource(ReceiptKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Which services answer an erasure")
    @APIResponse(responseCode = "200", description = "Their names, sorted")
    public Services services() {
        return new Services(keys.services());
    }

    @GET
    @Path("/{service}")
    @Produces("application/x-pem-file")
    @Operation(
            summary = "The public key of a service's receipts",
            description =
                    "Ed25519. A receipt is a compact JWS: its signature, the text behind the second dot, is over all that stands before it."
                            + " openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin")
    @APIResponse(responseCode = "200", description = "PEM")
    @APIResponse(responseCode = "404", description = "service-unknown")
    public String key(@RestPath String service) {
        return keys.pem(service).orElseThrow(ReceiptKeysResource::unknown);
    }

    private static HttpProblem unknown() {
        return Problems.of(
                404,
                "service-unknown",
                "No such service answers erasures",
                "GET /v1/receipt-keys lists those that do.");
    }

    @Schema(name = "ReceiptServices")
    record Services(Collection<String> services) {}
}
