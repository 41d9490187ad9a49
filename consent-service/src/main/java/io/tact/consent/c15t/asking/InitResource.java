package io.tact.consent.c15t.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How c15t is to ask: everybody, wherever they are, before anything optional happens. So nobody's
 * place has to be found out.
 */
@Path("/api/c15t/init")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banners")
class InitResource {
    private static final Init.Location NOWHERE = new Init.Location(null, null);
    private static final Init.Policy POLICY = Init.Policy.askEverybody();

    private final Map<Language, Init> answers =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), InitResource::init));

    @GET
    @Operation(summary = "How c15t is to ask, and in which words")
    public RestResponse<Init> init(@Context HttpHeaders headers) {
        return ResponseBuilder.ok(answers.get(language(headers.getAcceptableLanguages())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Init init(Language language) {
        return new Init(
                "GDPR",
                NOWHERE,
                new Init.Translations(language.tag(), BannerWords.in(language)),
                "none",
                POLICY);
    }

    private static Language language(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    @Schema(name = "BannerInit")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Init(
            @Schema(description = "The strictest, for everybody.") String jurisdiction,
            Location location,
            Translations translations,
            String branding,
            Policy policy) {

        @Schema(name = "BannerLocation", description = "Never looked up.")
        record Location(@Nullable String countryCode, @Nullable String regionCode) {}

        @Schema(name = "BannerTranslations")
        record Translations(String language, BannerWords translations) {}

        @Schema(name = "BannerPolicy")
        record Policy(String id, String model, Asked consent, Surface ui) {
            static Policy askEverybody() {
                List<String> all =
                        Stream.concat(
                                        Stream.of(Purpose.NECESSARY),
                                        BannerPurposes.OPTIONAL.stream())
                                .map(Purpose::name)
                                .toList();
                return new Policy(
                        "tact",
                        "opt-in",
                        new Asked("strict", all, true),
                        new Surface(
                                "banner",
                                new Buttons(
                                        List.of("accept", "reject", "customize"),
                                        List.of("accept", "reject"))));
            }
        }

        @Schema(name = "BannerPolicyConsent")
        record Asked(String scopeMode, List<String> categories, boolean gpc) {}

        @Schema(name = "BannerPolicySurface")
        record Surface(String mode, Buttons banner) {}

        @Schema(name = "BannerPolicyButtons")
        record Buttons(List<String> allowedActions, List<String> primaryActions) {}
    }
}
