package io.tact.storefront.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Pages as answers. They hold a name and a basket's size, so nobody but the browser keeps them. */
final class Html {
    private static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private Html() {}

    static Uni<Response> page(Frame frame, TemplateInstance template) {
        return page(frame, template, 200);
    }

    static Uni<Response> page(Frame frame, TemplateInstance template, int status) {
        return template.setLocale(frame.locale())
                .createUni()
                .map(
                        text ->
                                Response.status(status)
                                        .entity(text)
                                        .type(TYPE)
                                        .header("Cache-Control", "private, no-cache")
                                        .header("Vary", "Cookie, Accept-Language")
                                        .build());
    }

    /** To a page of this shop, with GET. */
    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).header("Cache-Control", "no-store").build();
    }
}
