package io.tact.storefront.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * One request to a service.
 *
 * @param path with the query, beginning with a slash
 */
public record Call(Service service, HttpMethod method, String path, MultiMap headers, Buffer body) {

    public static Call get(Service service, String path, MultiMap headers) {
        return new Call(service, HttpMethod.GET, path, headers, Buffer.buffer());
    }

    public static Call post(Service service, String path, MultiMap headers, Buffer json) {
        headers.set("Content-Type", "application/json");
        return new Call(service, HttpMethod.POST, path, headers, json);
    }
}
