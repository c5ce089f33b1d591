package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people look up in a runbook is what they saw: every message that the tables quote is one of the program's texts, or
/// several of them put together. Where a value stands, the quote has “…”.
class RunbooksTest {

    private static final Path RUNBOOKS = Path.of("docs/runbooks").toAbsolutePath();
    private static final Path SOURCES = Path.of("src/main/java").toAbsolutePath();

    private static final Pattern QUOTED = Pattern.compile("“((?:[^“”]|“[^“”]*”)*)”");
    private static final Pattern TOGETHER = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void everyMessageThatATableQuotesIsTheProgramsOwn() throws IOException {
        String said = said();
        List<String> strange = new ArrayList<>();
        int quotes = 0;
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                for (String quote : quotedInFirstColumns(Files.readString(page))) {
                    quotes++;
                    if (!isSaid(quote, said)) {
                        strange.add(page.getFileName() + ": " + quote);
                    }
                }
            }
        }
        assertThat(strange).isEmpty();
        assertThat(quotes).isGreaterThan(40);
    }

    @Test
    void aMessageThatNobodySaysIsFound() throws IOException {
        String said = said();

        assertThat(isSaid("The console's folders cannot be used: …", said)).isFalse();
        assertThat(isSaid("The team file's commit 9bd00b7 cannot come into force", said)).isFalse();
        assertThat(isSaid("Looking only, since nothing can be kept: …", said)).isTrue();
    }

    @Test
    void quotesAreReadFromFirstColumnsOnly() {
        assertThat(quotedInFirstColumns("""
                “Before”
                | what “a … b” says, “names no “x” here” | “elsewhere” |
                """)).containsExactly("a … b", "names no “x” here");
    }

    private static List<String> quotedInFirstColumns(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> QUOTED.matcher(line.split("\\|", 3)[1]).results())
                .map(quote -> quote.group(1))
                .toList();
    }

    private static boolean isSaid(String quote, String said) {
        return Stream.of(quote.split("…"))
                .map(part -> part.replaceFirst("^[ .,“”]+", "").replaceFirst("[ .,“”]+$", ""))
                .allMatch(part -> isPutTogether(part, said));
    }

    private static boolean isPutTogether(String part, String said) {
        return said.contains(part) || IntStream.range(1, part.length()).anyMatch(
                at -> said.contains(part.substring(0, at) + "\n") && goesOn(part.substring(at), said));
    }

    /// Whether a sentence that one text begins is ended by others.
    private static boolean goesOn(String rest, String said) {
        return said.contains("\n" + rest) || IntStream.range(1, rest.length()).anyMatch(
                at -> said.contains("\n" + rest.substring(0, at) + "\n") && goesOn(rest.substring(at), said));
    }

    /// All texts of the program, a line each.
    private static String said() throws IOException {
        StringBuilder all = new StringBuilder("\n");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                all.append(texts(Files.readString(file)));
            }
        }
        return all.toString();
    }

    private static String texts(String source) {
        return LITERAL.matcher(TOGETHER.matcher(source).replaceAll("")).results()
                .map(text -> text.group(1).replace("\\\"", "\"") + "\n")
                .collect(Collectors.joining());
    }
}
