package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.LogLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is copied or saved out of a log goes to chats and tickets: no secret goes with it, unless somebody asks for the log
/// as it was sent.
class OutgoingLinesTest extends LogModelFixture {

    private static final String LOG = """
            plain words
            token ghp_QzXvWkJqYpZwVxQjKzWvXqJyPzKw in the middle
            remote: https://robot:QzXvWkJqYpZw@git.example.com/acme.git
            -----BEGIN RSA PRIVATE KEY-----
            QzXvWkJqYpZwVxQjKzWvXqJyPzKwQvZx
            QzXvWkJqYpZwVxQjKzWvXqJyPzKwQvZx
            -----END RSA PRIVATE KEY-----
            after it
            """;

    private static final String OUT = """
            plain words
            token ghp_••• in the middle
            remote: https://•••git.example.com/acme.git
            -----BEGIN RSA PRIVATE KEY-----•••
            •••
            •••
            •••
            after it
            """;

    @Test
    void whatIsCopiedHoldsNoSecret() throws Exception {
        model.show(job(file(LOG), ""));
        work();
        List<String> copied = new ArrayList<>();
        model.copy(IntStream.range(0, 8).boxed().toList(), LogExcerpts.Form.SHOWN, copied::add);
        work();
        assertThat(copied).containsExactly(OUT);
    }

    @Test
    void whatIsSavedAsShownHoldsNoneAndAsSentIsAsSent() throws Exception {
        LogFile log = file(LOG);
        model.show(job(log, ""));
        work();
        assertThat(saved(LogExcerpts.Form.SHOWN)).isEqualTo(OUT);
        assertThat(saved(LogExcerpts.Form.NUMBERED)).contains("2\ttoken ghp_••• in").contains("8\tafter it")
                .doesNotContain("QzXvWk");
        assertThat(saved(LogExcerpts.Form.SENT)).isEqualTo(LOG);
    }

    @Test
    void tokensOfTheConsoleAreNeitherShownNorTakenOut() throws Exception {
        List<String> held = new ArrayList<>(List.of("an-odd-token-of-ours"));
        model.hideWith(() -> new Redaction(held));
        model.show(job(file("use an-odd-token-of-ours\nand one-that-comes-later\n"), ""));
        work();
        LogLine asked = model.line(0);
        work();
        assertThat(asked).as("it comes").isNull();
        assertThat(line(0).text()).isEqualTo("use •••");
        held.add("one-that-comes-later");
        assertThat(saved(LogExcerpts.Form.SHOWN)).isEqualTo("use •••\nand •••\n");
        List<String> copied = new ArrayList<>();
        model.copy(List.of(1), LogExcerpts.Form.NUMBERED, copied::add);
        work();
        assertThat(copied).containsExactly("2\tand •••\n");
    }

    @Test
    void whatIsShownHoldsNoSecretEither() throws Exception {
        model.show(job(file(LOG), ""));
        work();
        LogLine asked = model.line(0);
        work();
        assertThat(asked).isNull();
        assertThat(IntStream.range(0, 8).mapToObj(n -> line(n).text() + "\n").collect(Collectors.joining()))
                .isEqualTo(OUT);
        model.options().raw().set(true);
        asked = model.line(0);
        work();
        assertThat(IntStream.range(0, 8).mapToObj(n -> line(n).text() + "\n").collect(Collectors.joining()))
                .isEqualTo(OUT);
    }

    @Test
    void aKeyThatNeverEndsHidesNoWholeLog() {
        OutgoingLines lines = new OutgoingLines(Redaction.SHAPES_ONLY);
        assertThat(lines.next("-----BEGIN PRIVATE KEY-----")).endsWith("•••");
        List<String> out = IntStream.range(0, 200).mapToObj(i -> lines.next("line " + i)).toList();
        assertThat(out.subList(0, 120)).containsOnly("•••");
        assertThat(out.get(120)).isEqualTo("line 120");
        assertThat(lines.next("-----END PRIVATE KEY-----")).as("of no key").isEqualTo("-----END PRIVATE KEY-----");
    }

    @Test
    void aKeyThatWasTakenOutAlreadyHidesNothingMore() {
        OutgoingLines lines = new OutgoingLines(Redaction.SHAPES_ONLY);
        for (String kept : List.of("-----BEGIN RSA PRIVATE KEY-----•••", "•••", "•••", "ERROR after it")) {
            assertThat(lines.next(kept).replace("••••••", "•••")).isEqualTo(kept);
        }
    }

    @Test
    void aKeyOnOneLineHidesNothingAfterIt() {
        OutgoingLines lines = new OutgoingLines(Redaction.SHAPES_ONLY);
        assertThat(lines.next("k: -----BEGIN PRIVATE KEY-----QzXvWkJq-----END PRIVATE KEY----- x"))
                .isEqualTo("k: -----BEGIN PRIVATE KEY-----••• x");
        assertThat(lines.next("next")).isEqualTo("next");
    }

    private String saved(LogExcerpts.Form form) throws Exception {
        Path to = folder.resolve("saved-" + form + ".log");
        model.save(to, form);
        work();
        return Files.readString(to);
    }
}
