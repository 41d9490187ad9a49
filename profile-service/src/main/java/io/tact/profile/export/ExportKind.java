package io.tact.profile.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked for, and what that holds. */
enum ExportKind {
    /** Art. 15 GDPR: everything, with what is inferred, sources and readers. */
    ACCESS(AccessSections.ALL, true),
    /** Art. 20 GDPR: to be taken elsewhere. */
    PORTABILITY(PortabilitySections.ALL, false);

    private static final String SCHEMAS = "https://tact.dev/exports/";

    private final List<Section> sections;
    private final boolean tellsInferred;

    ExportKind(List<Section> sections, boolean tellsInferred) {
        this.sections = sections;
        this.tellsInferred = tellsInferred;
    }

    static Optional<ExportKind> ofWire(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Section> sections() {
        return sections;
    }

    boolean tellsInferred() {
        return tellsInferred;
    }

    /** What the schema is called here, and at the end of its address. */
    String schemaFile() {
        return wire() + ".v1.schema.json";
    }

    String schema() {
        return SCHEMAS + schemaFile();
    }

    /** What the browser calls it when it keeps it. */
    String fileName() {
        return "tact-" + wire() + ".json";
    }
}
