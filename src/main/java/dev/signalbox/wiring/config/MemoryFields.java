package dev.signalbox.wiring.config;

import dev.signalbox.provider.yaml.YamlNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what is to be kept on this machine: `memory:` with `runs: 400 days`, `backfill: 90 days`, `logs: 1 GB`.
final class MemoryFields {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5}) ?days?");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,6}) ?(mb|gb)");
    private static final ConsoleConfig.Memory USUAL = ConsoleConfig.Memory.USUAL;

    private final Fields fields;
    private final Problems problems;

    private MemoryFields(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    static Optional<ConsoleConfig.Memory> read(YamlNode node, Problems problems) {
        return Fields.of(node, "the memory", problems, "runs", "backfill", "logs")
                .map(fields -> new MemoryFields(fields, problems).memory());
    }

    private ConsoleConfig.Memory memory() {
        return new ConsoleConfig.Memory(
                days("runs", USUAL.runs(), 1), days("backfill", USUAL.backfill(), 0), bytes("logs", USUAL.logs()));
    }

    private Duration days(String key, Duration preset, int least) {
        return fields.text(key).map(text -> {
            Matcher matcher = DAYS.matcher(text.toLowerCase(Locale.ROOT));
            long days = matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
            if (days < least) {
                complain(key, text, preset.toDays() + " days");
                return preset;
            }
            return Duration.ofDays(days);
        }).orElse(preset);
    }

    private long bytes(String key, long preset) {
        return fields.text(key).map(text -> {
            Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                complain(key, text, "1 GB");
                return preset;
            }
            return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("gb") ? 1_000_000_000L : 1_000_000L);
        }).orElse(preset);
    }

    private void complain(String key, String text, String example) {
        fields.node(key).ifPresent(node -> problems.add(
                node, "\"" + key + "\" is \"" + text + "\"; write for example \"" + key + ": " + example + "\""));
    }
}
