package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.web.Problems;
import io.tact.consent.web.ConsentApi;
import io.tact.proof.Checked;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tile.EntryBundlePath;
import io.tact.proof.tile.TilePath;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The ledger as auditors read it: C2SP tlog-tiles. Hashes are for everybody, entries are not. */
@Path("/")
@Tag(name = "The ledger", description = "https://c2sp.org/tlog-tiles")
class LedgerResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final ReadLedger readLedger;
    private final SigningKey signing;

    LedgerResource(ReadLedger readLedger, SigningKey signing) {
        this.readLedger = readLedger;
        this.signing = signing;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The head of the ledger, signed",
            description = "It is committed and copied outside the database before it is here.")
    @APIResponse(responseCode = "200", description = "A signed note")
    @APIResponse(responseCode = "404", description = "ledger-empty")
    @APIResponse(responseCode = "503", description = "ledger-not-read-back")
    public RestResponse<String> checkpoint() {
        if (!readLedger.isReadBack()) {
            throw Problems.builder(
                            503,
                            "ledger-not-read-back",
                            "The newest checkpoint is not known here yet",
                            "This replica has just started. Ask again in a second.")
                    .withHeader("Retry-After", 1)
                    .build();
        }
        return readLedger
                .checkpoint()
                .map(
                        note ->
                                ResponseBuilder.ok(note)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                                        .build())
                .orElseThrow(
                        () ->
                                Problems.of(
                                        404,
                                        "ledger-empty",
                                        "Nothing was signed yet",
                                        "The first checkpoint follows the first entry."));
    }

    @GET
    @Path("v1/ledger")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whose ledger this is",
            description = "To trust the key, have it from somewhere else as well.")
    @APIResponse(responseCode = "200")
    public Ledger ledger() {
        return new Ledger(signing.verifierKey().id().name(), signing.verifierKey().toString());
    }

    @GET
    @Path("tile/entries/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({"consent-officer", "privacy-officer"})
    @SecurityRequirement(name = ConsentApi.CUSTOMER)
    @Operation(
            summary = "Entries, 256 at most",
            description =
                    "Each is its length in two bytes, and the text that its leaf is the hash of.")
    @APIResponse(responseCode = "200", description = "An entry bundle")
    @APIResponse(responseCode = "401")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404", description = "tile-unknown")
    public Uni<RestResponse<byte[]>> entries(@PathParam("place") String place) {
        return readLedger
                .leaves(known(EntryBundlePath.parse("tile/entries/" + place)))
                .map(found -> found.orElseThrow(LedgerResource::unknown))
                .map(leaves -> kept(bundle(leaves), "private"));
    }

    @GET
    @Path("tile/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Hashes of the tree, 256 at most")
    @APIResponse(responseCode = "200", description = "A tile: 32 bytes for each hash")
    @APIResponse(responseCode = "404", description = "tile-unknown")
    public Uni<RestResponse<byte[]>> tile(@PathParam("place") String place) {
        return readLedger
                .tile(known(TilePath.parse("tile/" + place)))
                .map(found -> kept(found.orElseThrow(LedgerResource::unknown), FOR_EVER));
    }

    private static <T> T known(Checked<T> path) {
        if (path instanceof Checked.Valid<T> valid) {
            return valid.value();
        }
        throw unknown();
    }

    private static RuntimeException unknown() {
        return Problems.of(
                404,
                "tile-unknown",
                "There is no such tile",
                "The newest checkpoint says how far the ledger goes; paths are those of C2SP tlog-tiles.");
    }

    private static RestResponse<byte[]> kept(byte[] bytes, String cacheControl) {
        return ResponseBuilder.ok(bytes).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }

    private static byte[] bundle(List<byte[]> leaves) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) leaf.length).array());
            bytes.writeBytes(leaf);
        }
        return bytes.toByteArray();
    }

    record Ledger(
            @Schema(description = "The first line of its checkpoints.") String origin,
            @Schema(description = "name+hash+key, as C2SP signed-note writes it.")
                    String verifierKey) {}
}
