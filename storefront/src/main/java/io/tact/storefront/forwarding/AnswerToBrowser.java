package io.tact.storefront.forwarding;

import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.door.Problem;
import io.tact.storefront.forwarding.Operation.Kind;
import io.tact.storefront.shopper.LinkVisits;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.Shoppers;
import io.tact.storefront.shopper.Visitors;
import io.tact.storefront.upstream.UpstreamConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings an answer back, and keeps what of it is for the shop. */
@ApplicationScoped
class AnswerToBrowser {
    private final Shoppers shoppers;
    private final Visitors visitors;
    private final LinkVisits links;
    private final UpstreamConfig upstreams;
    private final StorefrontConfig.Limits limits;

    AnswerToBrowser(
            Shoppers shoppers,
            Visitors visitors,
            LinkVisits links,
            UpstreamConfig upstreams,
            StorefrontConfig config) {
        this.shoppers = shoppers;
        this.visitors = visitors;
        this.links = links;
        this.upstreams = upstreams;
        this.limits = config.limits();
    }

    void answer(
            RoutingContext context, Operation operation, Shopper shopper, HttpClientResponse head) {
        int status = head.statusCode();
        if (isRedirect(status) || announced(head) > largest(operation.kind())) {
            head.request().reset();
            Problem.ANSWER_UNUSABLE.answer(context);
            return;
        }
        context.response().setStatusCode(status);
        AnswerHeaders.pass(head, operation.kind(), context.response().headers());
        if (!operation.kind().isForEverybody()) {
            shoppers.keepSeen(context, head.headers().getAll("Consent-Seq"));
            if (status == 401) {
                visitors.doubt(context);
            }
        }
        if (operation.welcomes()) {
            rememberAsLongAsGranted(context, shopper, head.getHeader("Consent-Granted"));
        }
        if (status == 204) {
            head.resume();
            context.response().end();
        } else if (operation.kind() == Kind.CONSENT && status == 200) {
            head.body()
                    .onSuccess(body -> answerConsent(context, shopper, body))
                    .onFailure(context::fail);
            head.resume();
        } else {
            new AnswerStream(head, context, largest(operation.kind()))
                    .start(longest(operation.kind()));
        }
    }

    private void answerConsent(RoutingContext context, Shopper shopper, Buffer body) {
        ConsentAnswer.read(body).ifPresent(answer -> obey(context, shopper, answer));
        context.response().end(body);
    }

    private void obey(RoutingContext context, Shopper shopper, ConsentAnswer answer) {
        boolean justSaid = context.request().method() == HttpMethod.POST;
        if (justSaid || shopper.customer().isEmpty()) {
            shopper.visitor()
                    .filter(visitor -> justSaid || visitor.lasting() != answer.grantsAnything())
                    .ifPresent(
                            visitor ->
                                    visitors.remember(context, visitor, answer.grantsAnything()));
        }
        if (justSaid && answer.grantsLinking()) {
            links.link(context, shopper).subscribe().with(done -> {}, broken -> {});
        }
    }

    /**
     * @param granted the names of what holds after the answer; missing where it was not taken
     */
    private void rememberAsLongAsGranted(
            RoutingContext context, Shopper shopper, @Nullable String granted) {
        if (granted != null) {
            shopper.visitor()
                    .ifPresent(visitor -> visitors.remember(context, visitor, !granted.isBlank()));
        }
    }

    private long largest(Kind kind) {
        return kind == Kind.DOWNLOAD ? limits.download() : limits.answer();
    }

    private Duration longest(Kind kind) {
        return kind == Kind.DOWNLOAD ? upstreams.downloading() : upstreams.streaming();
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }

    private static long announced(HttpClientResponse head) {
        String length = head.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
