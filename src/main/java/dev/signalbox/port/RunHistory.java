package dev.signalbox.port;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunPast;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Remembers runs, jobs and deployments, so that what was before costs no request. Blocks: never called by the store or
/// by a screen.
public interface RunHistory {

    /// Keeps all of these or none; an older sight of the same run, job or deployment never replaces a newer one.
    void keep(List<Run> runs, List<Job> jobs, List<Deployment> deployments) throws JournalFailure;

    /// What is known from runs before this one.
    ///
    /// @param defaultBranch of the repository; empty when it is not known
    RunPast past(Run run, String defaultBranch) throws JournalFailure;

    /// When the oldest kept run of a repository was created; nothing when none is kept.
    Optional<Instant> oldest(RepositoryId repository) throws JournalFailure;

    /// How far the older runs of a repository were fetched.
    Backfill backfill(RepositoryId repository) throws JournalFailure;

    /// Keeps older runs together with how far they reach: both or neither.
    void keep(Backfill reached, List<Run> runs) throws JournalFailure;

    /// Attempts of runs that went well or failed, of which no job is kept and none was asked for: the newest ones of each
    /// workflow, workflows taking turns, then those others that failed.
    ///
    /// @param oldest what was created before is left out
    /// @param newest how many of each workflow, however they ended
    /// @param atMost attempts
    List<AttemptKey> withoutJobs(RepositoryId repository, Instant oldest, int newest, int atMost)
            throws JournalFailure;

    /// Attempts of kept runs before their newest kept one that are not kept themselves: newest runs first, of each the first
    /// attempt first.
    ///
    /// @param oldest runs that were created before are left out
    /// @param atMost attempts
    List<AttemptKey> missingAttempts(RepositoryId repository, Instant oldest, int atMost) throws JournalFailure;

    /// Keeps the jobs of an attempt, and that they were asked for: both or neither.
    ///
    /// @param jobs none when there are none
    void keepJobs(AttemptKey attempt, List<Job> jobs) throws JournalFailure;

    /// Forgets what was created before `oldest`, and of the rest the oldest so that at most `runs` runs remain.
    ///
    /// @return how many runs were forgotten
    int forget(Instant oldest, int runs) throws JournalFailure;
}
