package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.logs.LogQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogOptionsTest extends LogModelFixture {

    @Test
    void foldsClosedGroupsAndUnfoldsWhatIsPointedAt() throws IOException {
        model.show(job(file("a\n##[group]one\nb\nneedle\n##[endgroup]\n##[group]two\nc\n##[endgroup]\nd\n"), ""));
        work();
        assertThat(model.rows().count()).isEqualTo(4);
        assertThat(model.signs().state().get()).endsWith("· 2 groups folded");
        assertThat(model.foldOf(1)).isEqualTo("2 lines folded");
        assertThat(model.foldOf(2)).isEmpty();
        find("needle");
        work();
        assertThat(model.rows().has(3)).isTrue();
        assertThat(model.rows().has(6)).as("the other group stays as it was").isFalse();
        model.foldAll(false);
        assertThat(model.rows().count()).isEqualTo(9);
        model.toggleFold(5);
        assertThat(model.rows().count()).isEqualTo(7);
        model.toggleFold(0);
        assertThat(model.rows().count()).as("no group begins there").isEqualTo(7);
        model.foldAll(true);
        assertThat(model.rows().count()).isEqualTo(4);
    }

    @Test
    void tellsErrorsInsideAFoldedGroupAndGoesToThem() throws IOException {
        model.show(job(file("##[group]one\n[ERROR] b\n##[endgroup]\n"), ""));
        work();
        assertThat(model.signs().current().get()).isEqualTo(1);
        assertThat(model.foldOf(0)).as("it was unfolded for its error").isEmpty();
        model.toggleFold(0);
        assertThat(model.foldOf(0)).isEqualTo("1 line folded, 1 error");
    }

    @Test
    void saysNothingOfAGroupThatHidesNothing() throws IOException {
        model.show(job(file("##[group]nothing\n##[endgroup]\n##[group]one\na\n##[endgroup]\n"), ""));
        work();
        assertThat(model.foldOf(0)).isEmpty();
        assertThat(model.foldOf(2)).isEqualTo("1 line folded");
    }

    @Test
    void showsOnlyMatchesWithTheirSurroundings() throws IOException {
        model.show(job(file("0\n1\nhit\n3\n4\n5\n6\n7\nhit\n9\n"), ""));
        work();
        find("hit");
        model.options().filter().set(true);
        work();
        model.options().context().set(1);
        assertThat(IntStream.range(0, model.rows().count()).map(model.rows()::line).boxed().toList())
                .containsExactly(1, 2, 3, 7, 8, 9);
        find("zebra");
        work();
        assertThat(model.rows().count()).isZero();
        find("");
        assertThat(model.rows().count()).as("without a search everything is shown").isEqualTo(10);
    }

    @Test
    void saysWhatIsWrongWithAnExpression() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        model.find(new LogQuery("(", Set.of(LogQuery.Option.EXPRESSION)));
        assertThat(model.hits().words().get()).startsWith("Not a regular expression");
        model.nextHit();
        assertThat(model.signs().current().get()).isEqualTo(-1);
    }

    @Test
    void showsLinesAsTheyWereSent() throws IOException {
        model.show(job(file("a\u001b[31mb\u001b[2K\n"), ""));
        work();
        assertThat(model.line(0)).isNull();
        work();
        assertThat(line(0).text()).isEqualTo("ab");
        assertThat(model.signs().hidden().get()).isEqualTo("1 control sequence hidden");
        model.options().raw().set(true);
        assertThat(model.line(0)).isNull();
        work();
        assertThat(line(0).text()).isEqualTo("a\\x1b[31mb\\x1b[2K");
    }

    @Test
    void opensAtALine() throws IOException {
        model.openAt(2);
        model.show(job(file("a\nb\n[ERROR] c\n"), ""));
        work();
        assertThat(model.signs().current().get()).isEqualTo(1);
        assertThat(model.shown().linkTo(model.signs().current().get())).isEqualTo("signalbox:log/x#L2");
        model.openAt(99);
        work();
        assertThat(model.signs().current().get()).as("there is no such line").isEqualTo(1);
    }

    @Test
    void growsWhileTheFileDoes() throws IOException {
        LogFile first = file("one\n");
        model.show(live(first, "live"));
        work();
        assertThat(model.rows().count()).isEqualTo(1);
        assertThat(model.signs().state().get()).endsWith("· live");
        find("w");
        work();
        Files.writeString(first.path(), "two\nthree\n", StandardOpenOption.APPEND);
        model.show(live(new LogFile(first.path(), 14), "live"));
        work();
        assertThat(model.rows().count()).isEqualTo(3);
        assertThat(model.hits().words().get()).as("what came later is searched too").isEqualTo("1 of 1");
        assertThat(model.signs().growth().get()).isPositive();
        assertThat(model.line(2)).isNull();
        work();
        assertThat(line(2).text()).isEqualTo("three");
    }

    @Test
    void tellsTimesFromTheStartOrFromTheFirstLine() throws IOException {
        model.show(job(file("2026-11-20T14:00:10Z a\n2026-11-20T14:00:12.5Z b\n"), ""));
        work();
        assertThat(model.line(0)).isNull();
        work();
        model.options().times().set(LogTimes.SINCE_START);
        assertThat(model.timeOf(line(0))).isEqualTo("+0:00.0");
        assertThat(model.timeOf(line(1))).isEqualTo("+0:02.5");
    }

    @Test
    void savesWhatIsShownWhatWasSentAndWithNumbers() throws IOException {
        model.show(job(file("2026-11-20T14:00:10Z a\u001b[31mb\nc\n"), ""));
        work();
        Path to = folder.resolve("saved.log");
        model.save(to, LogExcerpts.Form.SHOWN);
        assertThat(model.excerpts().said().get()).isEqualTo("Saving…");
        work();
        assertThat(to).hasContent("ab\nc\n");
        assertThat(model.excerpts().said().get()).isEqualTo("Saved as saved.log");
        model.save(to, LogExcerpts.Form.NUMBERED);
        work();
        assertThat(to).hasContent("1\t2026-11-20T14:00:10Z ab\n2\tc\n");
        model.save(to, LogExcerpts.Form.SENT);
        work();
        assertThat(to).hasContent("2026-11-20T14:00:10Z a\u001b[31mb\nc\n");
        assertThat(folder.resolve("saved.log.part")).doesNotExist();
    }

    @Test
    void saysWhenItCannotBeSaved() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        model.save(folder.resolve("no/such/folder.log"), LogExcerpts.Form.SHOWN);
        work();
        assertThat(model.excerpts().said().get()).isEqualTo("Not saved: NoSuchFileException");
    }

    @Test
    void copiesWithNumbersAndSaysSo() throws IOException {
        model.show(job(file("a\nb\nc\n"), ""));
        work();
        List<String> copied = new ArrayList<>();
        model.copy(List.of(2, 1), LogExcerpts.Form.NUMBERED, copied::add);
        work();
        assertThat(copied).containsExactly("2\tb\n3\tc\n");
        assertThat(model.excerpts().said().get()).isEqualTo("Copied 2 lines");
    }
}
