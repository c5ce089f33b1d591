package dev.signalbox.monitor;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A history in memory that counts its transactions and can be made to fail.
final class FakeRunHistory implements RunHistory {

    final List<Run> runs = new ArrayList<>();
    final List<Job> jobs = new ArrayList<>();
    final List<Deployment> deployments = new ArrayList<>();
    final Map<RunId, RunPast> pasts = new HashMap<>();
    final Map<RepositoryId, Backfill> reached = new HashMap<>();
    final List<String> defaultBranches = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    final List<AttemptKey> jobsAsked = new ArrayList<>();

    /// How many attempts without jobs it names at most.
    int jobless;

    int asked;
    String problem = "";

    @Override
    public void keep(List<Run> some, List<Job> ofJobs, List<Deployment> ofDeployments) throws JournalFailure {
        check();
        batches.add(some.size() + ofJobs.size() + ofDeployments.size());
        runs.addAll(some);
        jobs.addAll(ofJobs);
        deployments.addAll(ofDeployments);
    }

    @Override
    public RunPast past(Run run, String defaultBranch) throws JournalFailure {
        check();
        asked++;
        defaultBranches.add(defaultBranch);
        return pasts.getOrDefault(run.id(), RunPast.NOTHING);
    }

    @Override
    public Optional<Instant> oldest(RepositoryId repository) throws JournalFailure {
        check();
        return runs.stream().map(Run::createdAt).filter(Objects::nonNull).min(Instant::compareTo);
    }

    @Override
    public Backfill backfill(RepositoryId repository) throws JournalFailure {
        check();
        return reached.getOrDefault(repository, Backfill.notBegun(repository));
    }

    @Override
    public void keep(Backfill to, List<Run> some) throws JournalFailure {
        check();
        reached.put(to.repository(), to);
        runs.addAll(some);
    }

    @Override
    public List<AttemptKey> withoutJobs(RepositoryId repository, Instant oldest, int newest, int atMost)
            throws JournalFailure {
        check();
        return runs.stream()
                .filter(run -> run.id().repository().equals(repository))
                .filter(run -> run.createdAt() != null && !run.createdAt().isBefore(oldest))
                .map(run -> new AttemptKey(run.id(), run.attempt()))
                .filter(attempt -> !jobsAsked.contains(attempt))
                .distinct()
                .limit(jobless)
                .toList();
    }

    @Override
    public List<AttemptKey> missingAttempts(RepositoryId repository, Instant oldest, int atMost)
            throws JournalFailure {
        check();
        Set<AttemptKey> known =
                runs.stream().map(run -> new AttemptKey(run.id(), run.attempt())).collect(Collectors.toSet());
        return known.stream()
                .flatMap(newest -> IntStream.range(1, newest.number()).mapToObj(n -> new AttemptKey(newest.run(), n)))
                .filter(attempt -> attempt.run().repository().equals(repository) && !known.contains(attempt))
                .distinct()
                .sorted(Comparator.comparingInt(AttemptKey::number))
                .limit(atMost)
                .toList();
    }

    @Override
    public void keepJobs(AttemptKey attempt, List<Job> ofJobs) throws JournalFailure {
        check();
        jobsAsked.add(attempt);
        jobs.addAll(ofJobs);
    }

    @Override
    public int forget(Instant oldest, int most) throws JournalFailure {
        check();
        int before = runs.size();
        runs.removeIf(run -> run.createdAt() != null && run.createdAt().isBefore(oldest));
        return before - runs.size();
    }

    private void check() throws JournalFailure {
        if (!problem.isEmpty()) {
            throw new JournalFailure(problem);
        }
    }
}
