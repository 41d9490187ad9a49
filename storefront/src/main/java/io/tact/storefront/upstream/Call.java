package io.tact.storefront.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * One request to a service.
 *
 * @param path with the query, beginning with a slash
 * @param isDownload whether somebody keeps the answer as a file, as slowly as their network is
 */
public record Call(
        Service service,
        HttpMethod method,
        String path,
        MultiMap headers,
        Buffer body,
        boolean isDownload) {

    public static Call get(Service service, String path, MultiMap headers) {
        return new Call(service, HttpMethod.GET, path, headers, Buffer.buffer(), false);
    }

    public static Call post(Service service, String path, MultiMap headers, Buffer json) {
        headers.set("Content-Type", "application/json");
        return new Call(service, HttpMethod.POST, path, headers, json, false);
    }
}
