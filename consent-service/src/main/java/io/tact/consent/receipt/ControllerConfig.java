package io.tact.consent.receipt;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who answers for the data: the shop's legal entity, as it stands in its privacy notice. */
@ConfigMapping(prefix = "tact.controller")
public interface ControllerConfig {
    String name();

    /** By post. */
    String address();

    /** Where people write to about their data: an e-mail address or a page. */
    String contact();

    /** Whose law applies, as an ISO 3166 code such as DE. */
    String jurisdiction();

    /** Where the data is, as ISO 3166 codes. */
    List<String> storageLocations();

    /** Third parties that are given some of it. */
    Optional<List<String>> recipients();
}
