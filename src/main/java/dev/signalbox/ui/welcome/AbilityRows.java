package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Mark;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A token's sheet in words. Pure.
final class AbilityRows {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int LONGEST = 120;

    private AbilityRows() {}

    static List<AbilityRow> of(TokenSheet sheet) {
        return sheet.abilities().stream().map(AbilityRows::row).toList();
    }

    private static AbilityRow row(Ability ability) {
        String permission = SafeText.line(ability.permission(), LONGEST);
        return switch (ability.state()) {
            case YES -> new AbilityRow(ability.what().words(), Mark.GOOD, "yes", "");
            case NO -> new AbilityRow(ability.what().words(), Mark.BAD, "no", permission);
            case UNKNOWN -> new AbilityRow(ability.what().words(), Mark.UNKNOWN, "not known", permission);
        };
    }

    /// Whose token it is.
    static String owner(TokenSheet sheet, ZoneId zone) {
        String until = sheet.expiresAt() == null
                ? ""
                : ", until " + DAY.format(sheet.expiresAt().atZone(zone));
        return SafeText.line(sheet.person(), LONGEST) + " · " + SafeText.line(sheet.kind(), LONGEST) + until;
    }

    /// What it comes to, in a sentence.
    static String verdict(TokenSheet sheet) {
        List<String> missing = sheet.missing().stream().map(a -> lower(a.what().words())).toList();
        boolean looks = sheet.missing().stream().noneMatch(a -> a.what().looks());
        if (missing.isEmpty()) {
            return sheet.abilities().stream().allMatch(a -> a.state() == Told.YES)
                    ? "This token may do all that the console does."
                    : "Nothing is known to be missing. What is not known shows when it is tried, and does no harm.";
        }
        return (looks ? "Everything can be seen. " : "") + "This token cannot: " + String.join(", ", missing)
                + ". You can go on with it, or go back and give another one.";
    }

    /// What else the provider told, made safe to show.
    static List<String> notes(TokenSheet sheet) {
        List<String> notes = new ArrayList<>();
        sheet.notes().forEach(note -> notes.add(SafeText.line(note, 300)));
        return List.copyOf(notes);
    }

    private static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
