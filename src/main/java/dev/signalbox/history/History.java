package dev.signalbox.history;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import dev.signalbox.port.TeamDecisions;
import dev.signalbox.port.TestHistory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The console's own memory on this machine: one SQLite file in a folder of its own, used by one console at a time.
///
/// Opening never fails. When the file cannot be used, everything that would need it throws [JournalFailure]
/// with the reason in words: the console goes on, looking only.
public final class History implements AutoCloseable {

    private final Database database;
    private final Journal journal;
    private final GoodRevisions goodRevisions;
    private final RunHistory runs;
    private final TestHistory tests;
    private final TeamDecisions teamDecisions;
    private final ClusterTrusts clusterTrusts;
    private final UnreadActions unread;

    private History(Database database, Supplier<Redaction> known, InstantSource clock) {
        this.database = database;
        ActionJson json = new ActionJson();
        journal = new SqlJournal(database, json, known);
        unread = new UnreadActions(database, json, clock);
        goodRevisions = new SqlGoodRevisions(database);
        runs = new SqlRunHistory(database);
        tests = new SqlTestHistory(database);
        teamDecisions = new SqlTeamDecisions(database);
        clusterTrusts = new SqlClusterTrusts(database);
    }

    /// Opens or makes the file in `folder`; a damaged one is put aside and told of in [#notices()].
    ///
    /// @param clock gives the time in the name of a file that is put aside, and tells how long ago an action was
    public static History open(Path folder, InstantSource clock) {
        return open(folder, clock, () -> Redaction.SHAPES_ONLY);
    }

    /// The same, whose journal holds none of the secrets that the console holds.
    public static History open(Path folder, InstantSource clock, Supplier<Redaction> known) {
        return new History(HistoryFile.open(folder, clock, HistoryFile.NO_LIMIT), known, clock);
    }

    /// The same with a ceiling on the size of the file, in pages of 4 KiB.
    static History open(Path folder, InstantSource clock, int pages) {
        return new History(HistoryFile.open(folder, clock, pages), () -> Redaction.SHAPES_ONLY, clock);
    }

    /// Keeps what was confirmed.
    public Journal journal() {
        return journal;
    }

    /// Keeps what was healthy.
    public GoodRevisions goodRevisions() {
        return goodRevisions;
    }

    /// Keeps runs, jobs and deployments.
    public RunHistory runs() {
        return runs;
    }

    /// Keeps results of tests.
    public TestHistory tests() {
        return tests;
    }

    /// Keeps what was decided about the team file.
    public TeamDecisions teamDecisions() {
        return teamDecisions;
    }

    /// Keeps which cluster was trusted under which name.
    public ClusterTrusts clusterTrusts() {
        return clusterTrusts;
    }

    /// Why nothing can be kept, in words; empty when all is well.
    public String problem() {
        return database.problem();
    }

    /// What happened to the file on opening that people should know, a sentence each.
    public List<String> notices() {
        return database.notices();
    }

    /// What the journal holds and cannot tell of, a sentence each. Reads it anew, so it takes a while.
    public List<String> unreadActions() {
        try {
            return unread.sentences();
        } catch (JournalFailure e) {
            // A journal that does not work at all is told where it is read for what to show.
            return List.of();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
