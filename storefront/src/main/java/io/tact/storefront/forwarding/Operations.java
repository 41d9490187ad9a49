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
            consent         GET   /v1/me/proof                                                 personal
            consent         GET   /v1/me/receipts                                              personal
            consent         GET   /v1/ledger                                                   public
            consent         GET   /v1/ledger/health                                            personal
            consent         GET   /v1/rates                                                    personal
            consent         GET   /v1/lookups                                                  personal
            consent         POST  /v1/lookups                                                  personal
            consent         GET   /v1/notices/texts/<id>                                       public
            consent         GET   /v1/purposes                                                 public
            consent         GET   /micro-frontend/<module>                                     module
            consent         GET   /api/c15t/(init|status)                                      public
            consent         GET   /api/c15t/consents/check                                     banner
            consent         POST  /api/c15t/subjects                                           banner
            consent         GET   /api/c15t/subjects/<banner>                                  banner
            consent         PATCH /api/c15t/subjects/<banner>                                  banner
            consent         POST  /api/cookieconsent                                           banner
            profile         GET   /v1/me/profile                                               personal
            profile         GET   /v1/me/data                                                  personal
            profile         GET   /v1/me/limits                                                personal
            profile         PUT   /v1/me/limits                                                personal
            profile         GET   /v1/me/erasure                                               personal
            profile         POST  /v1/me/erasure                                               personal
            profile         GET   /v1/retention                                                public
            profile         POST  /v1/me/links                                                 personal
            profile         POST  /v1/me/traits                                                personal
            profile         GET   /v1/me/questions                                             personal
            profile         PUT   /v1/me/questions/<id>/answer                                 personal
            profile         DELETE /v1/me/questions/<id>/answer                                personal
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

    /** Banners of other people know these paths, so the shop has them as the service does. */
    private static final String AS_IT_IS = "/api/";

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]*";
    private static final String BANNER = "sub_[1-9A-HJ-NP-Za-km-z]{20,28}";
    private static final String MODULE = "[a-z-]+\\.js";

    private static final List<Operation> LISTED = LIST.lines().map(Operations::read).toList();

    private Operations() {}

    static Optional<Operation> find(String method, String rawPath) {
        return LISTED.stream().filter(listed -> listed.matches(method, rawPath)).findFirst();
    }

    private static Operation read(String line) {
        List<String> cells = List.of(line.split(" +"));
        Service service = Service.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
        String path = cells.get(2);
        return new Operation(
                service,
                path.startsWith(AS_IT_IS) ? "" : "/tact/" + service.segment(),
                cells.get(1),
                Pattern.compile(
                        path.replace("<id>", ID)
                                .replace("<banner>", BANNER)
                                .replace("<module>", MODULE)),
                Kind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)));
    }
}
