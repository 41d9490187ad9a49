package io.tact.storefront.forwarding;

import io.smallrye.mutiny.vertx.MutinyHelper;
import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.door.Problem;
import io.tact.storefront.forwarding.Operation.Kind;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.Shoppers;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The door of {@code /tact/…} and of banners: is it listed, is it small enough, who is it, and off
 * it goes.
 */
@ApplicationScoped
class ForwardingRoute {
    private static final int LONGEST_QUERY = 2_048;
    private static final Shopper NOBODY = new Shopper(Optional.empty(), Optional.empty());

    private final Shoppers shoppers;
    private final CallInName calls;
    private final Upstreams upstreams;
    private final AnswerToBrowser answers;
    private final int largest;

    ForwardingRoute(
            Shoppers shoppers,
            CallInName calls,
            Upstreams upstreams,
            AnswerToBrowser answers,
            StorefrontConfig config) {
        this.shoppers = shoppers;
        this.calls = calls;
        this.upstreams = upstreams;
        this.answers = answers;
        this.largest = config.limits().request();
    }

    void register(@Observes Router router) {
        router.route("/tact/*").handler(this::find);
        router.route("/api/*").handler(this::find);
    }

    private void find(RoutingContext context) {
        HttpServerRequest request = context.request();
        String query = request.query();
        Optional<Operation> listed = Operations.find(request.method().name(), request.path());
        if (listed.isEmpty() || (query != null && query.length() > LONGEST_QUERY)) {
            Problem.OPERATION_UNKNOWN.answer(context);
            return;
        }
        RequestBody.read(request, largest)
                .onSuccess(body -> identify(context, listed.get(), body))
                .onFailure(
                        tooLarge -> {
                            context.response().putHeader("Connection", "close");
                            Problem.BODY_TOO_LARGE.answer(
                                    context, String.valueOf(tooLarge.getMessage()));
                        });
    }

    private void identify(RoutingContext context, Operation operation, Buffer body) {
        if (operation.kind().isForEverybody()) {
            send(context, operation, NOBODY, body);
            return;
        }
        (operation.welcomes() ? shoppers.welcome(context) : shoppers.known(context))
                .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .subscribe()
                .with(shopper -> prepare(context, operation, shopper, body), context::fail);
    }

    private void prepare(
            RoutingContext context, Operation operation, Shopper shopper, Buffer body) {
        if (operation.kind() != Kind.EVENT) {
            send(context, operation, shopper, body);
        } else if (shopper.visitor().isEmpty()) {
            Problem.SUBJECT_REQUIRED.answer(context);
        } else {
            BrowserEvent.of(body, shopper)
                    .ifPresentOrElse(
                            event -> send(context, operation, shopper, event),
                            () -> Problem.EVENT_MALFORMED.answer(context));
        }
    }

    private void send(RoutingContext context, Operation operation, Shopper shopper, Buffer body) {
        upstreams
                .open(calls.make(context, operation, shopper, body))
                .onSuccess(head -> answers.answer(context, operation, shopper, head))
                .onFailure(away -> Problem.SERVICE_AWAY.answer(context));
    }
}
