package dev.signalbox.logs;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is looked for in a log.
///
/// @param text empty when nothing is looked for
public record LogQuery(String text, Set<Option> options) {

    public static final LogQuery NOTHING = new LogQuery("", Set.of());

    private static final int LONGEST = 1_000;

    /// How the text is meant.
    public enum Option {
        /// A regular expression in Java's form.
        EXPRESSION,
        MATCH_CASE,
        WHOLE_WORD
    }

    public LogQuery {
        options = options.isEmpty() ? Set.of() : Set.copyOf(options);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    public LogQuery withText(String next) {
        return new LogQuery(next, options);
    }

    /// The same with one option turned round.
    public LogQuery toggled(Option option) {
        EnumSet<Option> next = EnumSet.noneOf(Option.class);
        next.addAll(options);
        if (!next.remove(option)) {
            next.add(option);
        }
        return new LogQuery(text, next);
    }

    /// Why it cannot be searched for, in words; empty when it can.
    public String problem() {
        if (text.length() > LONGEST) {
            return "That is too long to search for.";
        }
        try {
            Pattern unused = pattern();
            return "";
        } catch (PatternSyntaxException e) {
            return "Not a regular expression: " + e.getDescription().toLowerCase(Locale.ROOT)
                    + (e.getIndex() >= 0 ? " at character " + (e.getIndex() + 1) : "") + ".";
        } catch (StackOverflowError e) {
            return "That expression is nested too deeply.";
        }
    }

    Pattern pattern() {
        // Checked alone first, so that a message tells places in what was typed.
        boolean expression = has(Option.EXPRESSION);
        int flags = has(Option.MATCH_CASE) ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        if (!has(Option.WHOLE_WORD)) {
            return Pattern.compile(text, expression ? flags : flags | Pattern.LITERAL);
        }
        String alone = (expression ? Pattern.compile(text, flags) : Pattern.compile(Pattern.quote(text))).pattern();
        return Pattern.compile("(?<!\\w)(?:" + alone + ")(?!\\w)", flags);
    }
}
