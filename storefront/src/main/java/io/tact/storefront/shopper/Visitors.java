package io.tact.storefront.shopper;

import io.smallrye.mutiny.Uni;
import io.tact.storefront.door.RequestId;
import io.tact.storefront.upstream.Call;
import io.tact.storefront.upstream.Reply;
import io.tact.storefront.upstream.Reply.Answered;
import io.tact.storefront.upstream.Service;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a visitor's secret and token in cookies. The secret lasts for the session, which is what
 * remembering an answer and holding a session's cap needs; beyond that only for those who granted
 * something.
 */
@ApplicationScoped
public class Visitors {
    static final Duration LASTING = Duration.ofDays(180);

    private final Upstreams upstreams;
    private final Cookies cookies;
    private final InstantSource clock = InstantSource.system();

    Visitors(Upstreams upstreams, Cookies cookies) {
        this.upstreams = upstreams;
        this.cookies = cookies;
    }

    /** For a page view: somebody new gets a secret of their own. */
    public Uni<Optional<Visitor>> welcome(RoutingContext context) {
        return known(context)
                .flatMap(
                        known ->
                                known.isPresent()
                                        ? Uni.createFrom().item(known)
                                        : issue(context, Optional.empty()));
    }

    /** For anything else: whoever the cookies say, with a token that is still good. */
    public Uni<Optional<Visitor>> known(RoutingContext context) {
        Instant now = clock.instant();
        Optional<Visitor> kept = cookies.read(context, Kept.SUBJECT).flatMap(Visitor::ofCookie);
        if (kept.isEmpty()) {
            return Uni.createFrom().item(kept);
        }
        Optional<VisitorToken> token =
                cookies.read(context, Kept.VISITOR)
                        .flatMap(VisitorToken::read)
                        .filter(read -> read.isOf(kept.get().subject()) && read.isValid(now));
        Optional<Visitor> known = token.map(read -> kept.get().with(read.text())).or(() -> kept);
        return token.filter(read -> read.isFresh(now)).isPresent()
                ? Uni.createFrom().item(known)
                : issue(context, known).map(renewed -> renewed.or(() -> known));
    }

    /** From now on the secret outlives the session, or no longer does. */
    public void remember(RoutingContext context, Visitor visitor, boolean lasting) {
        Visitor remembered = new Visitor(visitor.subject(), lasting, visitor.token());
        if (lasting) {
            cookies.keep(context, Kept.SUBJECT, remembered.cookie(), LASTING);
        } else {
            cookies.keep(context, Kept.SUBJECT, remembered.cookie());
        }
    }

    /** The services did not believe the token: the next request asks for another one. */
    public void doubt(RoutingContext context) {
        cookies.forget(context, Kept.VISITOR);
    }

    /** A token that is still good keeps the visit one visit. */
    private Uni<Optional<Visitor>> issue(RoutingContext context, Optional<Visitor> known) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set(RequestId.HEADER, RequestId.of(context));
        known.flatMap(Visitor::token).ifPresent(token -> headers.set("Tact-Visitor", token));
        JsonObject body = new JsonObject();
        known.ifPresent(visitor -> body.put("subjectId", visitor.subject().value()));
        boolean lasting = known.map(Visitor::lasting).orElse(false);
        return upstreams
                .ask(Call.post(Service.CONSENT, "/v1/visitors", headers, body.toBuffer()))
                .map(reply -> visitor(reply, lasting))
                .invoke(issued -> issued.ifPresent(visitor -> keep(context, visitor)));
    }

    private void keep(RoutingContext context, Visitor visitor) {
        if (context.response().headWritten()) {
            return;
        }
        visitor.token().ifPresent(token -> cookies.keep(context, Kept.VISITOR, token));
        if (!visitor.lasting()) {
            cookies.keep(context, Kept.SUBJECT, visitor.cookie());
        }
    }

    private static Optional<Visitor> visitor(Reply reply, boolean lasting) {
        if (!(reply instanceof Answered answered) || !answered.isSuccess()) {
            return Optional.empty();
        }
        try {
            JsonObject issued = answered.body().toJsonObject();
            String subject = issued.getString("subjectId", "");
            String token = issued.getString("token", "");
            return SubjectId.isOne(subject) && !token.isEmpty()
                    ? Optional.of(new Visitor(new SubjectId(subject), lasting, Optional.of(token)))
                    : Optional.empty();
        } catch (DecodeException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }
}
