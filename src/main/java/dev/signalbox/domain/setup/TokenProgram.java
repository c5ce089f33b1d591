package dev.signalbox.domain.setup;

import dev.signalbox.domain.text.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A command line tool that may have a token already: that of a CI provider, or one that somebody names.
///
/// @param name what it is called, such as `gh` or `glab`
/// @param line exactly what would be run
/// @param installed whether it is on this machine's `PATH`; true where nobody has looked
public record TokenProgram(String name, List<String> line, boolean installed) {

    public TokenProgram {
        line = List.copyOf(line);
    }

    /// A program of somebody's own, as they type it: words with blanks between them. Single or double quotes keep blanks
    /// together. No shell reads it, so that nothing else in it means anything.
    ///
    /// @throws IllegalArgumentException with a sentence, when it names no program, a quote is not closed, or it holds
    /// a token: the command is written into the configuration
    public static TokenProgram typed(String text) {
        List<String> words = words(text);
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new IllegalArgumentException("Type a command that prints a token.");
        }
        if (!Redaction.SHAPES_ONLY.hideWhole(text).equals(text)) {
            throw new IllegalArgumentException(
                    "This holds what looks like a token, and the command would be written down."
                            + " Paste the token instead.");
        }
        String first = words.getFirst();
        String name = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
        return new TokenProgram(name.isEmpty() ? first : name, words, true);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                within = true;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("A quote in the command is not closed.");
        }
        if (within) {
            words.add(word.toString());
        }
        return words;
    }

    /// The command for people: words that hold blanks, or nothing, stand in quotes.
    public String shown() {
        return line.stream()
                .map(word -> word.isEmpty() || word.chars().anyMatch(Character::isWhitespace) ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
    }
}
