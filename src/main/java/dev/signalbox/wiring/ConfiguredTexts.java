package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.settings.configured.ConfigDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values of a configuration as texts, and back. Pure.
final class ConfiguredTexts {

    private static final long MEGABYTE = 1_000_000;

    private ConfiguredTexts() {}

    /// The value of that name; empty when there is none.
    static String of(ConsoleConfig config, String name) {
        Memory memory = config.memory();
        return switch (name) {
            case ConfigDesk.RUNS -> Long.toString(memory.runs().toDays());
            case ConfigDesk.BACKFILL -> Long.toString(memory.backfill().toDays());
            case ConfigDesk.LOGS -> Long.toString(memory.logs() / MEGABYTE);
            default -> config.accounts().stream()
                    .map(account -> of(account, name))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        };
    }

    private static String of(CiAccount account, String name) {
        if (name.equals(ConfigDesk.proxy(account.id().name()))) {
            return Objects.requireNonNullElse(account.proxy(), "");
        }
        if (name.equals(ConfigDesk.authority(account.id().name()))) {
            return account.authority() == null ? "" : account.authority().toString();
        }
        return "";
    }

    /// The configuration with changed values.
    ///
    /// @param home where relative files are
    /// @throws IllegalArgumentException with a sentence when a text is no such value
    static ConsoleConfig change(ConsoleConfig config, Map<String, String> changed, Path home) {
        Memory now = config.memory();
        Memory memory = new Memory(
                Duration.ofDays(number(changed, ConfigDesk.RUNS, now.runs().toDays(), 1, "Keep runs")),
                Duration.ofDays(number(changed, ConfigDesk.BACKFILL, now.backfill().toDays(), 0, "Fetch the past")),
                changed.containsKey(ConfigDesk.LOGS)
                        ? number(changed, ConfigDesk.LOGS, 0, 0, "Keep logs") * MEGABYTE
                        : now.logs());
        return new ConsoleConfig(
                config.accounts().stream().map(account -> change(account, changed, home)).toList(),
                config.clusters(), config.board(), memory, config.reports(), config.team());
    }

    private static CiAccount change(CiAccount account, Map<String, String> changed, Path home) {
        ConnectionId id = account.id();
        String proxy = changed.get(ConfigDesk.proxy(id.name()));
        String authority = changed.get(ConfigDesk.authority(id.name()));
        return account.through(
                proxy == null ? account.proxy() : blankToNull(proxy),
                authority == null ? account.authority() : path(authority, home));
    }

    private static @Nullable Path path(String text, Path home) {
        if (text.isBlank()) {
            return null;
        }
        return text.startsWith("~/") ? home.resolve(text.substring(2)).normalize() : home.resolve(text).normalize();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static long number(Map<String, String> changed, String name, long preset, long least, String title) {
        String text = changed.get(name);
        if (text == null) {
            return preset;
        }
        long number = text.matches("\\d{1,5}") ? Long.parseLong(text) : -1;
        if (number < least) {
            throw new IllegalArgumentException(
                    "“" + title + "” needs a whole number from " + least + " to 99999, not “" + text + "”.");
        }
        return number;
    }
}
