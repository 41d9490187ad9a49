package io.tact.storefront.forwarding;

import io.tact.storefront.forwarding.Operation.Kind;
import io.tact.storefront.upstream.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser may ask. What is not listed does not exist. */
final class Operations {
    private static final String LIST =
            """
            consent         GET   /v1/me/consents                                              consent
            consent         POST  /v1/me/consents                                              consent
            consent         GET   /v1/purposes                                                 public
            consent         GET   /micro-frontend/<module>                                     module
            profile         GET   /v1/me/profile                                               personal
            profile         GET   /v1/me/data                                                  personal
            profile         POST  /v1/me/links                                                 personal
            profile         POST  /v1/me/traits                                                personal
            profile         POST  /v1/(track|page|identify|batch|t|p|i|b)                      event
            profile         GET   /micro-frontend/<module>                                     module
            recommendation  POST  /v1/recommendations                                          personal
            recommendation  GET   /v1/catalogue/items                                          public
            recommendation  GET   /v1/catalogue/items/<id>                                     public
            recommendation  GET   /micro-frontend/<module>                                     module
            frequency       POST  /v1/reservations                                             personal
            frequency       POST  /v1/reservations/<id>/(confirm|release|seen|not-interested)  personal
            frequency       GET   /micro-frontend/<module>                                     module
            """;

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]*";
    private static final String MODULE = "[a-z-]+\\.js";

    private static final List<Operation> LISTED = LIST.lines().map(Operations::read).toList();

    private Operations() {}

    static Optional<Operation> find(String method, String rawPath) {
        return LISTED.stream().filter(listed -> listed.matches(method, rawPath)).findFirst();
    }

    private static Operation read(String line) {
        List<String> cells = List.of(line.split(" +"));
        return new Operation(
                Service.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                cells.get(1),
                Pattern.compile(cells.get(2).replace("<id>", ID).replace("<module>", MODULE)),
                Kind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)));
    }
}
