package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodLogFileTest {

    private final PodLogFile file = new PodLogFile(100);

    @AfterEach
    void delete() throws IOException {
        file.delete();
    }

    @Test
    void writesOnlyWhatIsNewInEachReading() throws IOException {
        LogFile first = file.add("a\nb\n");
        assertThat(first.bytes()).isEqualTo(4);
        LogFile next = file.add("b\nc\n");
        assertThat(next.path()).isEqualTo(first.path());
        assertThat(next.path()).hasContent("a\nb\nc\n");
        assertThat(file.add("b\nc\n")).as("nothing is new").isEqualTo(next);
    }

    @Test
    void saysWhenLinesWereMissed() throws IOException {
        LogFile first = file.add("a\n");
        LogFile unused = file.add("z\n");
        assertThat(Files.readAllLines(first.path())).hasSize(3).element(1).asString().startsWith("(lines in between");
    }

    @Test
    void staysAsItIsWhileNothingIsRead() throws IOException {
        LogFile unused = file.add("a\n");
        LogFile empty = file.add("");
        assertThat(empty.path()).hasContent("a\n");
        assertThat(file.add("a\nb\n").path()).hasContent("a\nb\n");
    }

    @Test
    void keepsNoMoreThanItMay() throws IOException {
        LogFile first = file.add("x".repeat(90) + "\n");
        assertThat(file.isFull()).isFalse();
        LogFile next = file.add("x".repeat(90) + "\n" + "y".repeat(90) + "\n");
        assertThat(file.isFull()).isTrue();
        assertThat(next).isEqualTo(first);
        assertThat(Files.size(first.path())).isEqualTo(91);
    }

    @Test
    void isGoneWhenDeleted() throws IOException {
        LogFile first = file.add("a\n");
        file.delete();
        assertThat(first.path()).doesNotExist();
        file.delete();
    }
}
