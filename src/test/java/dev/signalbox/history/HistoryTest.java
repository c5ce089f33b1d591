package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final InstantSource CLOCK = InstantSource.fixed(SampleActions.NOON);

    @TempDir
    Path folder;

    @Test
    void keepsTheNewestStateOfEachActionOverARestart() throws Exception {
        ActionRecord begun = SampleActions.checking("a");
        ActionRecord ended = SampleActions.action("a", Phase.DONE, Fate.VERIFIED, SampleActions.NOON);
        ActionRecord later = SampleActions.action("b", Phase.SENDING, Fate.INTENDED, SampleActions.NOON.plusSeconds(1));
        try (History history = History.open(folder.resolve("new"), CLOCK)) {
            history.journal().write(begun);
            history.journal().write(ended);
            history.journal().write(later);
            assertThat(history.problem()).isEmpty();
            assertThat(history.notices()).isEmpty();
        }
        try (History history = History.open(folder.resolve("new"), CLOCK)) {
            assertThat(history.journal().recent(10)).containsExactly(later, ended);
            assertThat(history.journal().recent(1)).containsExactly(later);
            assertThat(history.journal().unfinished()).containsExactly(later);
        }
    }

    @Test
    void tellsUnfinishedActionsOldestFirst() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            for (Phase phase : Phase.values()) {
                history.journal()
                        .write(SampleActions.action(
                                phase.name(), phase, Fate.PENDING, SampleActions.NOON.minusSeconds(phase.ordinal())));
            }
            assertThat(history.journal().unfinished())
                    .extracting(ActionRecord::phase)
                    .containsExactly(Phase.VERIFYING, Phase.SENDING, Phase.CHECKING);
        }
    }

    @Test
    void remembersGoodRevisionsNewestFirstPerWorkload() throws Exception {
        var since = SampleActions.NOON.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        GoodRevision old = new GoodRevision(SampleActions.CHECKOUT, "uid", "aaa", "v1", since, since.plusSeconds(60));
        GoodRevision young = new GoodRevision(SampleActions.CHECKOUT, "uid", "bbb", "v2", since, since.plusSeconds(90));
        GoodRevision longer =
                new GoodRevision(SampleActions.CHECKOUT, "uid", "aaa", "v1", since, since.plusSeconds(120));
        try (History history = History.open(folder, CLOCK)) {
            history.goodRevisions().keep(old);
            history.goodRevisions().keep(young);
            assertThat(history.goodRevisions().all()).containsExactly(young, old);
            history.goodRevisions().keep(longer);
        }
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.goodRevisions().all()).containsExactly(longer, young);
        }
    }

    @Test
    void refusesASecondConsoleOnTheSameFolder() throws Exception {
        try (History first = History.open(folder, CLOCK);
                History second = History.open(folder, CLOCK)) {
            assertThat(second.problem()).startsWith("Another console is using the folder");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> second.journal().write(SampleActions.checking("a")))
                    .withMessageStartingWith("Another console");
            first.journal().write(SampleActions.checking("a"));
        }
        try (History third = History.open(folder, CLOCK)) {
            assertThat(third.problem()).isEmpty();
        }
    }

    @Test
    void goesOnWithoutAFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("in-the-way"));
        try (History history = History.open(file.resolve("data"), CLOCK)) {
            assertThat(history.problem()).contains("read-only or missing");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> history.journal().recent(1))
                    .withMessageContaining("read-only or missing");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> history.goodRevisions().all());
        }
    }

    @Test
    void treatsTheFolderNameAsANameOnly() throws Exception {
        for (String name : List.of("a?journal_mode=off", "b%41", ":memory:", "jdbc:sqlite:", ":resource:x", "c#d")) {
            Path odd = folder.resolve(name);
            try (History history = History.open(odd, CLOCK)) {
                history.journal().write(SampleActions.checking("a"));
            }
            assertThat(odd.resolve("history.db")).isNotEmptyFile();
        }
        assertThat(folder.toFile().list()).hasSize(6);
    }

    @Test
    void refusesNewActionsWhenTheDiskIsFullButFinishesThoseBegun() throws Exception {
        try (History history = History.open(folder, CLOCK, 40)) {
            List<String> written = new ArrayList<>();
            JournalFailure full = null;
            for (int n = 0; n < 200 && full == null; n++) {
                try {
                    history.journal().write(SampleActions.checking("a" + n));
                    written.add("a" + n);
                } catch (JournalFailure e) {
                    full = e;
                }
            }
            assertThat(full).isNotNull().hasMessageStartingWith("The disk is full");
            assertThat(folder.resolve("reserve")).exists();
            assertThat(history.journal().recent(500)).hasSameSizeAs(written);
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> history.journal()
                            .write(SampleActions.action("last", Phase.SENDING, Fate.INTENDED, SampleActions.NOON)));
            assertThat(folder.resolve("reserve")).exists();

            try {
                history.journal()
                        .write(SampleActions.action("last", Phase.VERIFYING, Fate.APPLIED, SampleActions.NOON));
            } catch (JournalFailure e) {
                // The ceiling of this test does not move when the reserve goes; that it went is what counts.
                assertThat(folder.resolve("reserve")).doesNotExist();
            }
        }
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.notices()).isEmpty();
            history.journal().write(SampleActions.checking("more"));
            assertThat(folder.resolve("reserve")).hasSize(1 << 20);
        }
    }

    @Test
    void reservesAnewOnceTheDiskHasRoomAgain() throws Exception {
        Path reserve = folder.resolve("reserve");
        try (History history = History.open(folder, CLOCK, 40)) {
            for (int time = 0; time < 2; time++) {
                fill(history);
                assertThat(reserve).as("given back").doesNotExist();
                try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                        Statement statement = other.createStatement()) {
                    statement.execute("delete from action");
                }
                history.journal().write(SampleActions.checking("b" + time));
                assertThat(reserve).as("taken anew").hasSize(1 << 20);
            }
        }
    }

    /// Until not even what ends an action can be written.
    private static void fill(History history) {
        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> {
            for (int n = 0; n < 200; n++) {
                history.journal().write(
                        SampleActions.action("a" + n, Phase.VERIFYING, Fate.APPLIED, SampleActions.NOON));
            }
        }).withMessageStartingWith("The disk is full");
    }

    @Test
    void theJournalHoldsNoTokenOfTheConsole() throws Exception {
        String token = "{\"op\":\"test\"}";
        ActionRecord sent = SampleActions.checking("a");
        assertThat(sent.plan().steps().getFirst().request().body()).contains(token);
        try (History history = History.open(folder, CLOCK, () -> new Redaction(List.of(token)))) {
            history.journal().write(sent);
            ActionRecord written = history.journal().recent(1).getFirst();
            assertThat(written.plan().steps().getFirst().request().body()).isEqualTo("[•••]");
            assertThat(written.plan().steps().getFirst().request().command()).startsWith("# Secrets are left out");
        }
    }
}
