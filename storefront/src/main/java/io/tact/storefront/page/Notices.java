package io.tact.storefront.page;

import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** A page that only says something: not found, not possible now. */
@ApplicationScoped
class Notices {
    private final Frames frames;

    Notices(Frames frames) {
        this.frames = frames;
    }

    Uni<Response> notFound(RoutingContext context) {
        return notice(context, 404, Messages::notFoundTitle, Messages::notFoundText);
    }

    Uni<Response> trouble(RoutingContext context) {
        return notice(context, 500, Messages::troubleTitle, Messages::troubleText);
    }

    Uni<Response> logInFailed(RoutingContext context) {
        return notice(context, 401, Messages::logInFailedTitle, Messages::logInFailedText);
    }

    Uni<Response> logInAway(RoutingContext context) {
        return notice(context, 503, Messages::logInAwayTitle, Messages::logInAwayText);
    }

    private Uni<Response> notice(
            RoutingContext context,
            int status,
            Function<Messages, String> title,
            Function<Messages, String> text) {
        return frames.open(context)
                .flatMap(
                        frame -> {
                            Messages messages =
                                    MessageBundles.get(Messages.class, locale(frame.language()));
                            return Html.page(
                                    frame,
                                    Pages.notice(
                                            frame, title.apply(messages), text.apply(messages)),
                                    status);
                        });
    }

    private static io.quarkus.qute.i18n.Localized locale(Language language) {
        return io.quarkus.qute.i18n.Localized.Literal.of(language.tag());
    }
}
