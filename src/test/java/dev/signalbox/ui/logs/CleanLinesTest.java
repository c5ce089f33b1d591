package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import dev.signalbox.logs.LogLine.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanLinesTest {

    private static final String TOKEN = "an-odd-token-of-ours";
    private static final String KEY =
            "-----BEGIN RSA PRIVATE KEY-----\nQzXvWkJqYpZw\n\nVxQjKzWvXqJy\n-----END RSA PRIVATE KEY-----\n";

    @TempDir
    private Path folder;

    private LogIndex index(String text) throws IOException {
        return LogIndex.open(Files.writeString(folder.resolve("job.log"), text));
    }

    private static CleanLines clean(LogIndex index) {
        return new CleanLines(index, LogIndex::line, new Redaction(List.of(TOKEN)));
    }

    @Test
    void aLineOfAKeyIsHiddenAlsoWhenItIsTheFirstThatIsAskedFor() throws IOException {
        try (LogIndex index = index("words\n" + KEY + "after\n")) {
            for (int line : List.of(2, 3, 4)) {
                assertThat(clean(index).line(line).text()).as("line %d", line).isEqualTo("•••");
            }
            assertThat(clean(index).line(6).text()).isEqualTo("after");
        }
    }

    @Test
    void linesMayBeAskedForInAnyOrder() throws IOException {
        try (LogIndex index = index("words\n" + KEY + "after\n" + "line\n".repeat(300) + "end\n")) {
            CleanLines clean = clean(index);
            assertThat(clean.line(307).text()).isEqualTo("end");
            assertThat(clean.line(2).text()).isEqualTo("•••");
            assertThat(clean.line(0).text()).isEqualTo("words");
            assertThat(clean.line(4).text()).isEqualTo("•••");
            assertThat(clean.line(6).text()).isEqualTo("after");
        }
    }

    @Test
    void aKeyWithoutAnEndHidesNothingFarBehindIt() throws IOException {
        try (LogIndex index = index("-----BEGIN PRIVATE KEY-----\n" + "line\n".repeat(400))) {
            CleanLines clean = clean(index);
            assertThat(clean.line(1).text()).isEqualTo("•••");
            assertThat(clean.line(390).text()).as("skipped to").isEqualTo("line");
            assertThat(clean(index).line(120).text()).isEqualTo("•••");
            assertThat(clean(index).line(121).text()).isEqualTo("line");
        }
    }

    @Test
    void whatIsKnownAndWhatLooksLikeASecretIsHidden() throws IOException {
        try (LogIndex index = index("use " + TOKEN + " or ghp_QzXvWkJqYpZwVxQj\nplain odd-token words\n")) {
            assertThat(clean(index).line(0).text()).isEqualTo("use ••• or ghp_•••");
            assertThat(clean(index).line(1).text()).as("a piece is half of a word").isEqualTo("plain odd-token words");
        }
    }

    @Test
    void aSecretInSeveralColoursIsHiddenAsAWhole() throws IOException {
        try (LogIndex index = index("\u001b[31man-odd-\u001b[32mtoken-of-ours\u001b[0m\n\u001b[33mwords\n")) {
            LogLine line = clean(index).line(0);
            assertThat(line.text()).isEqualTo("•••");
            assertThat(line.spans()).extracting(LogLine.Span::colour).containsExactly(Colour.RED);
            assertThat(clean(index).line(1)).isEqualTo(index.line(1));
        }
    }

    @Test
    void asSentWithEscapesHidesTheSame() throws IOException {
        try (LogIndex index = index("\u0007" + TOKEN + "\\x\n" + KEY)) {
            CleanLines raw = new CleanLines(index, LogIndex::raw, new Redaction(List.of(TOKEN)));
            assertThat(raw.line(0).text()).isEqualTo("\\x07•••\\\\x");
            assertThat(raw.line(2).text()).isEqualTo("•••");
        }
    }
}
