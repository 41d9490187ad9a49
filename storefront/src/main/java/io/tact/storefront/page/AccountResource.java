package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.shopper.LinkVisits;
import io.tact.storefront.shopper.Shopper;
import io.tact.storefront.shopper.Shoppers;
import io.tact.storefront.upstream.Call;
import io.tact.storefront.upstream.Reply;
import io.tact.storefront.upstream.Reply.Answered;
import io.tact.storefront.upstream.Service;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Behind the log-in, which is the OIDC provider's: whoever gets here has a session. */
@Path("/")
class AccountResource {
    private final Frames frames;
    private final Notices notices;
    private final Shoppers shoppers;
    private final LinkVisits links;
    private final Upstreams upstreams;
    private final CurrentVertxRequest current;

    AccountResource(
            Frames frames,
            Notices notices,
            Shoppers shoppers,
            LinkVisits links,
            Upstreams upstreams,
            CurrentVertxRequest current) {
        this.frames = frames;
        this.notices = notices;
        this.shoppers = shoppers;
        this.links = links;
        this.upstreams = upstreams;
        this.current = current;
    }

    @GET
    @Path("login")
    public Uni<Response> loggedIn(@RestQuery Optional<String> to) {
        RoutingContext context = current.getCurrent();
        return shoppers.known(context)
                .flatMap(shopper -> links.link(context, shopper))
                .map(linked -> Html.seeOther(to.filter(OwnPath::isOne).orElse("/account")));
    }

    @GET
    @Path("login/failed")
    public Uni<Response> failed() {
        return notices.logInFailed(current.getCurrent());
    }

    @GET
    @Path("login/away")
    public Uni<Response> away() {
        return notices.logInAway(current.getCurrent());
    }

    @GET
    @Path("account")
    public Uni<Response> account() {
        RoutingContext context = current.getCurrent();
        return frames.open(context)
                .flatMap(
                        frame ->
                                knownData(context, frame.shopper())
                                        .flatMap(
                                                data ->
                                                        Html.page(
                                                                frame,
                                                                Pages.account(frame, data))));
    }

    private Uni<String> knownData(RoutingContext context, Shopper shopper) {
        Call call =
                Call.get(Service.PROFILE, "/v1/me/data", shoppers.credentials(context, shopper));
        return upstreams.ask(call).map(AccountResource::pretty);
    }

    /** Empty when there is nothing to show. */
    private static String pretty(Reply reply) {
        try {
            return reply instanceof Answered answered && answered.isSuccess()
                    ? Json.encodePrettily(answered.body().toJson())
                    : "";
        } catch (DecodeException unreadable) {
            return "";
        }
    }
}
