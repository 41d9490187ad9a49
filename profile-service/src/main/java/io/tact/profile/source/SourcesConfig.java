package io.tact.profile.source;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Which sources are registered. */
@ConfigMapping(prefix = "tact.write")
public interface SourcesConfig {
    /** JSON file with the write key, name, kind and ground of each source. */
    Path keys();
}
