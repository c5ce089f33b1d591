package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// A time in which nobody should deploy, on the wire: two cron expressions.
record FreezeJson(
        @Nullable Long id, @Nullable String start, @Nullable String end, @Nullable String timeZone) {

    static FreezeJson of(JsonFields freeze) {
        return new FreezeJson(
                freeze.number("id"),
                freeze.text("freeze_start"),
                freeze.text("freeze_end"),
                freeze.text("cron_timezone"));
    }
}
