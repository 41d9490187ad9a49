package io.tact.storefront.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.upstream.Reply.Answered;
import io.tact.storefront.upstream.Reply.Away;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The way to the services. */
@ApplicationScoped
public class Upstreams {
    private static final Logger LOG = Logger.getLogger(Upstreams.class);

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final MeterRegistry metrics;
    private final HttpClient client;
    private final Map<Service, Breaker> breakers = new EnumMap<>(Service.class);

    Upstreams(Vertx vertx, UpstreamConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) config.connecting().toMillis())
                                .setMaxPoolSize(config.connections())
                                .setMaxWaitQueueSize(config.connections() * 4)
                                .setKeepAliveTimeout(20)
                                .setMaxHeaderSize(16_384));
        for (Service service : Service.values()) {
            breakers.put(service, new Breaker(config.pause()));
        }
    }

    /** The whole answer, for small ones. */
    public Uni<Reply> ask(Call call) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                open(call)
                                        .compose(this::whole)
                                        .otherwise(new Away(call.service()))
                                        .toCompletionStage());
    }

    /**
     * The head of an answer; its body has not begun to flow. Fails with {@link ServiceAway} and
     * nothing else.
     */
    public Future<HttpClientResponse> open(Call call) {
        Breaker breaker = breaker(call.service());
        if (!breaker.mayTry(System.nanoTime())) {
            return Future.failedFuture(new ServiceAway(call.service(), "left alone for a moment"));
        }
        return head(call)
                .onSuccess(head -> breaker.worked())
                .recover(
                        failure -> {
                            breaker.failed(System.nanoTime());
                            note(call.service(), failure);
                            return Future.failedFuture(
                                    new ServiceAway(
                                            call.service(), failure.getClass().getSimpleName()));
                        });
    }

    private Future<HttpClientResponse> head(Call call) {
        Promise<HttpClientResponse> head = Promise.promise();
        long timer = vertx.setTimer(config.timeout().toMillis(), late -> head.tryFail("too slow"));
        head.future().onComplete(done -> vertx.cancelTimer(timer));
        client.request(options(call))
                .onFailure(head::tryFail)
                .onSuccess(request -> send(request, call, head));
        return head.future();
    }

    private Duration longest(Call call) {
        return call.isDownload() ? config.downloading() : config.streaming();
    }

    private RequestOptions options(Call call) {
        return new RequestOptions()
                .setAbsoluteURI(base(call.service()) + call.path())
                .setMethod(call.method())
                .setConnectTimeout((int) config.connecting().toMillis())
                .setIdleTimeout(longest(call).toMillis())
                .setHeaders(call.headers());
    }

    private static void send(
            HttpClientRequest request, Call call, Promise<HttpClientResponse> head) {
        head.future().onFailure(late -> request.reset());
        request.response()
                .onFailure(head::tryFail)
                .onSuccess(
                        response -> {
                            response.pause();
                            head.tryComplete(response);
                        });
        request.send(call.body()).onFailure(head::tryFail);
    }

    private Future<Reply> whole(HttpClientResponse response) {
        Future<Buffer> body = response.body();
        response.resume();
        return body.timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .map(all -> new Answered(response.statusCode(), response.headers(), all));
    }

    private void note(Service service, Throwable failure) {
        metrics.counter("storefront_upstream_away", "service", service.segment()).increment();
        LOG.debugf("A service is away: service=%s cause=%s", service, failure.getMessage());
    }

    private String base(Service service) {
        String url = config.of(service).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Breaker breaker(Service service) {
        Breaker breaker = breakers.get(service);
        if (breaker == null) {
            throw new IllegalStateException("No such service: " + service);
        }
        return breaker;
    }
}
