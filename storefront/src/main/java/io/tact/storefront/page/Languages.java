package io.tact.storefront.page;

import io.tact.storefront.shopper.Cookies;
import io.tact.storefront.shopper.Kept;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * In which language to answer: as chosen by {@code ?lang=}, as chosen before, as the browser says.
 */
@ApplicationScoped
class Languages {
    private final Cookies cookies;

    Languages(Cookies cookies) {
        this.cookies = cookies;
    }

    Language of(RoutingContext context) {
        Optional<Language> chosen =
                context.queryParam("lang").stream().findFirst().flatMap(Language::of);
        chosen.ifPresent(language -> cookies.keep(context, Kept.LANGUAGE, language.tag()));
        return chosen.or(() -> cookies.read(context, Kept.LANGUAGE).flatMap(Language::of))
                .orElseGet(() -> accepted(context));
    }

    private static Language accepted(RoutingContext context) {
        String header = context.request().getHeader("Accept-Language");
        return header == null ? Language.ENGLISH : Language.accepted(header);
    }
}
