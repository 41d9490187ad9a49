package io.tact.storefront.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.shopper.LinkVisits;
import io.tact.storefront.shopper.Shoppers;
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
    private final CurrentVertxRequest current;

    AccountResource(
            Frames frames,
            Notices notices,
            Shoppers shoppers,
            LinkVisits links,
            CurrentVertxRequest current) {
        this.frames = frames;
        this.notices = notices;
        this.shoppers = shoppers;
        this.links = links;
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
        return frames.open(context).flatMap(frame -> Html.page(frame, Pages.account(frame)));
    }
}
