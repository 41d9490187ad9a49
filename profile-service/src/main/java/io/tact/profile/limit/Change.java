package io.tact.profile.limit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of somebody's limits is to be otherwise; what is missing stays as it is. */
@Schema(name = "LimitChange")
record Change(
        @Schema(description = "Keep what is known of me, and use it for nothing optional.")
                @Nullable Boolean restricted,
        @Schema(description = "Conclude nothing about me, and nothing from what I did.")
                @Nullable Boolean objected) {
    boolean isEmpty() {
        return restricted == null && objected == null;
    }
}
