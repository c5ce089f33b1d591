package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeRule;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.notice.QuietHours;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// What a person wishes to be told, kept in a small file. What cannot be read counts as not chosen. Quiet hours are by
/// the clock of where the machine is when it starts, so no zone is kept with them.
final class SavedNotices {

    private static final Logger LOG = Logger.getLogger(SavedNotices.class.getName());
    private static final int MOST_RULES = 200;

    private final SettingsFile file;
    private final Executor background;
    private volatile NoticeWishes wishes;

    /// @param background where the file is written
    /// @param zone where the clock on the wall hangs
    SavedNotices(SettingsFile file, Executor background, ZoneId zone) {
        this.file = file;
        this.background = background;
        wishes = read(file.read(), zone);
    }

    NoticeWishes wishes() {
        return wishes;
    }

    /// Holds from now on, and at the next start.
    void change(NoticeWishes wanted) {
        wishes = wanted;
        background.execute(this::write);
    }

    private synchronized void write() {
        try {
            file.write(text(wishes));
        } catch (IOException full) {
            LOG.log(Level.WARNING, "What is to be told could not be kept", full);
        }
    }

    static Map<String, String> text(NoticeWishes wishes) {
        Map<String, String> text = new HashMap<>();
        text.put("on", Boolean.toString(wishes.on()));
        text.put("kinds", names(wishes.kinds()));
        wishes.quiet().ifPresent(quiet -> {
            text.put("quiet.from", quiet.from().toString());
            text.put("quiet.until", quiet.until().toString());
            text.put("quiet.days", names(quiet.days()));
        });
        wishes.snoozedUntil().ifPresent(until -> text.put("snoozed", until.toString()));
        for (int i = 0; i < Math.min(MOST_RULES, wishes.rules().size()); i++) {
            NoticeRule rule = wishes.rules().get(i);
            text.put("rule." + i + ".scope", rule.scope().name());
            text.put("rule." + i + ".name", rule.name());
            text.put("rule." + i + ".kinds", names(rule.kinds()));
        }
        return text;
    }

    static NoticeWishes read(Map<String, String> text, ZoneId zone) {
        NoticeWishes usual = NoticeWishes.USUAL;
        List<NoticeRule> rules = new ArrayList<>();
        for (int i = 0; i < MOST_RULES && text.containsKey("rule." + i + ".name"); i++) {
            String name = text.getOrDefault("rule." + i + ".name", "");
            Set<NoticeKind> kinds = some(text.getOrDefault("rule." + i + ".kinds", ""), NoticeKind::valueOf);
            one(text.getOrDefault("rule." + i + ".scope", ""), NoticeRule.Scope::valueOf)
                    .ifPresent(scope -> rules.add(new NoticeRule(scope, name, kinds)));
        }
        return new NoticeWishes(
                !"false".equals(text.get("on")),
                Optional.ofNullable(text.get("kinds")).map(k -> some(k, NoticeKind::valueOf)).orElse(usual.kinds()),
                rules, quiet(text, zone), one(text.getOrDefault("snoozed", ""), Instant::parse));
    }

    private static Optional<QuietHours> quiet(Map<String, String> text, ZoneId zone) {
        Optional<LocalTime> from = one(text.getOrDefault("quiet.from", ""), LocalTime::parse);
        Optional<LocalTime> until = one(text.getOrDefault("quiet.until", ""), LocalTime::parse);
        Set<DayOfWeek> days = some(text.getOrDefault("quiet.days", ""), DayOfWeek::valueOf);
        return from.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuietHours(from.get(), until.get(), days, zone));
    }

    private static String names(Set<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static <T> Set<T> some(String text, Function<String, T> read) {
        Set<T> found = new HashSet<>();
        for (String part : text.split(",", -1)) {
            one(part, read).ifPresent(found::add);
        }
        return found;
    }

    private static <T> Optional<T> one(String text, Function<String, T> read) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(read.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
