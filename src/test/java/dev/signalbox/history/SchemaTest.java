package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private static final InstantSource CLOCK = InstantSource.fixed(SampleActions.NOON);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void keepSomethingWithTheFirstVersion() throws Exception {
        file = folder.resolve("history.db");
        Schema first = new Schema(Schema.STEPS.subList(0, 1));
        try (Database database = HistoryFile.open(folder, CLOCK, HistoryFile.NO_LIMIT, first)) {
            new SqlJournal(database, new ActionJson(), () -> Redaction.SHAPES_ONLY)
                    .write(SampleActions.checking("old"));
        }
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void bringsAFileOfTheFirstVersionUpToDateAndLosesNothing() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).isEmpty();
            assertThat(history.notices()).isEmpty();
            assertThat(history.journal().recent(5))
                    .extracting(ActionRecord::plan)
                    .containsExactly(SampleActions.checking("old").plan());
            assertThat(history.runs().oldest(SampleHistory.CHECKOUT)).isEmpty();
        }
        assertThat(version()).isEqualTo(Schema.current().version());
    }

    @Test
    void doesEveryStepOnlyOnce() throws Exception {
        History.open(folder, CLOCK).close();
        try (History again = History.open(folder, CLOCK)) {
            assertThat(again.problem()).isEmpty();
            assertThat(again.journal().recent(5)).hasSize(1);
        }
    }

    @Test
    void leavesTheFileAsItWasWhenAStepFails() throws Exception {
        Schema broken = with(new Schema.Step(
                List.of("create table half(x integer)", "create table no sense"), List.of()));
        try (Database database = HistoryFile.open(folder, CLOCK, HistoryFile.NO_LIMIT, broken)) {
            assertThat(database.problem()).contains("could not be brought up to date").contains("left as it is");
            assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> database.run(Connection::getCatalog));
        }
        assertThat(tables()).containsExactly("action", "good_revision");
        assertThat(version()).isEqualTo(1);
        try (History healed = History.open(folder, CLOCK)) {
            assertThat(healed.problem()).isEmpty();
            assertThat(healed.journal().recent(5)).hasSize(1);
        }
    }

    @Test
    void keepsTheStepsThatWereDoneWhenALaterOneFails() throws Exception {
        Schema broken = new Schema(List.of(
                Schema.STEPS.getFirst(),
                new Schema.Step(List.of("create table good(x integer) strict"), List.of("select x from good")),
                new Schema.Step(List.of("insert into nowhere values (1)"), List.of())));
        try (Database database = HistoryFile.open(folder, CLOCK, HistoryFile.NO_LIMIT, broken)) {
            assertThat(database.problem()).isNotEmpty();
        }
        assertThat(version()).isEqualTo(2);
        assertThat(tables()).containsExactly("action", "good", "good_revision");
    }

    @Test
    void saysThatTheDiskIsFullWhenThereIsNoRoomForAStep() throws Exception {
        Schema large = with(new Schema.Step(
                List.of("create table large(x blob) strict", "insert into large values (zeroblob(400000))"),
                List.of()));
        try (Database database = HistoryFile.open(folder, CLOCK, 30, large)) {
            assertThat(database.problem()).startsWith("The disk is full");
        }
        assertThat(version()).isEqualTo(1);
        assertThat(tables()).doesNotContain("large");
    }

    @Test
    void putsAFileAsideThatHasLostATableOfItsVersion() throws Exception {
        History.open(folder, CLOCK).close();
        sql("drop table deployment");
        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.notices()).singleElement().asString().contains("damaged");
            assertThat(history.problem()).isEmpty();
        }
        assertThat(Files.list(folder).map(p -> p.getFileName().toString()))
                .anyMatch(name -> name.startsWith("history.db.corrupt-"));
    }

    private static Schema with(Schema.Step step) {
        return new Schema(List.of(Schema.STEPS.getFirst(), step));
    }

    private int version() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma user_version")) {
            return rows.getInt(1);
        }
    }

    private List<String> tables() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name from sqlite_schema where type = 'table' order by name")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void sql(String text) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
