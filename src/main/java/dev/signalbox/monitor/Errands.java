package dev.signalbox.monitor;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.RepositoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be read from one CI provider, and how often, as a pure function of what is known. Nothing is remembered here:
/// a run that starts, a screen that opens or an action that was sent changes the state, and with it the errands.
final class Errands {

    /// How long after an event a repository counts as recent.
    static final Duration RECENT = Duration.ofMinutes(5);

    /// How long after an own action or a push its repository is read as often as possible.
    static final Duration ECHO = Duration.ofSeconds(30);

    /// Releases come seldom.
    private static final Duration RELEASES = Duration.ofMinutes(5);

    /// How soon an environment that was stopped is to be gone from the screen.
    private static final Duration PROBE = Duration.ofMinutes(1);
    private static final Duration STOPPED = Duration.ofSeconds(3);

    /// Of one run; where more jobs fail, they fail alike.
    private static final int FAILED_LOGS = 3;

    private static final Duration ONCE = Duration.ofDays(1);

    private final ConnectionId connection;
    private final List<String> owners;
    private final Supplier<Instant> serverTime;
    private final ResultErrands results;
    private volatile Supplier<PollingShare> share = () -> PollingShare.USUAL;
    private volatile RepositoryPicks picks = RepositoryPicks.ALL;

    /// @param serverTime now, as the server's clock has it: what it tells of its own past is measured by that
    Errands(ConnectionId connection, List<String> owners, Supplier<Instant> serverTime) {
        this.connection = connection;
        this.owners = owners;
        this.serverTime = serverTime;
        this.results = new ResultErrands(connection);
    }

    /// Asks from now on how much of the limit may be used for what.
    void within(Supplier<PollingShare> chosen) {
        share = chosen;
    }

    /// Nothing else is read from now on, but for what the board describes.
    void only(RepositoryPicks picked) {
        picks = picked;
    }

    /// The errands wanted now with the interval of each.
    Map<Errand, Duration> wanted(ConsoleState state, Instant now) {
        Map<Errand, Duration> wanted = new HashMap<>();
        Connection known = state.connections().get(connection);
        if (known != null && known.retryAt() != null && known.retryAt().isAfter(now)) {
            return wanted;
        }
        if (known != null && known.lamp() == Connection.Lamp.FAILED) {
            wanted.put(new Errand.WhoAmI(), Duration.ofSeconds(20));
            return wanted;
        }
        boolean isAway = known != null && known.lamp() == Connection.Lamp.STALE;
        wanted.put(new Errand.WhoAmI(), isAway ? PROBE : Duration.ofMinutes(10));
        addFocus(wanted, state);
        boolean isScarce = known != null && PollRates.isReserved(known.budget(), now, share.get());
        results.addTo(wanted, state, isScarce);
        if (isScarce) {
            return wanted;
        }
        addFailedLogs(wanted, state);
        state.focus().values().forEach(focus -> focus.releases().stream().filter(this::isMine).forEach(
                repository -> wanted.put(new Errand.ListReleases(repository), RELEASES)));
        for (String owner : owners.isEmpty() ? List.of("") : owners) {
            if (picks.isAll()) {
                wanted.put(new Errand.AllRepositories(owner), Duration.ofMinutes(15));
            }
            wanted.put(new Errand.RecentlyPushed(owner), PollRates.HINT);
        }
        addRepositories(wanted, state, now, known);
        return wanted;
    }

    private void addRepositories(
            Map<Errand, Duration> wanted, ConsoleState state, Instant now, @Nullable Connection known) {
        List<Intent> fresh = fresh(state.actions().values(), now);
        Set<RepositoryId> echoes = echoes(fresh);
        Set<RepositoryId> stopping = echoes(
                fresh.stream().filter(Intent.StopEnvironment.class::isInstance).toList());
        Set<RepositoryId> mine = repositories(state);
        long active = mine.stream().filter(r -> isActive(state.repository(r))).count();
        PollRates rates = PollRates.of(
                mine.size(), (int) active, known == null ? null : known.budget(), now, share.get());
        Set<RepositoryId> sight = inSight(state);
        Instant serverNow = serverTime.get();
        for (RepositoryId id : mine) {
            RepositoryState repository = state.repository(id);
            boolean echo = echoes.contains(id) || wasPushed(repository, serverNow);
            Duration usual = interval(repository, rates, now, echo);
            Duration interval = sight.contains(id) && rates.inSight(sight.size()).compareTo(usual) < 0
                    ? rates.inSight(sight.size())
                    : usual;
            wanted.put(new Errand.ListRuns(id), interval);
            wanted.put(new Errand.ListDeployments(id), interval.multipliedBy(4));
            wanted.put(new Errand.ListEnvironments(id), stopping.contains(id) ? STOPPED : rates.slow());
            wanted.put(new Errand.ListFreezes(id), rates.slow());
            wanted.put(new Errand.ListWorkflows(id), rates.slow());
            if (repository.repository().value() == null) {
                wanted.put(new Errand.OneRepository(id), rates.slow());
            }
            if (repository.runs().value() != null) {
                wanted.put(new Errand.ListWaiting(id), rates.slow());
            }
            RunErrands runs = new RunErrands(repository.runs().or(List.of()), sight.contains(id), echo);
            runs.addTo(wanted, state, rates);
            runs.addDeploying(wanted, repository.deployments().or(List.of()), state, rates);
        }
        RunErrands.share(wanted, rates);
        RunErrands.addActedOn(wanted, fresh);
    }

    /// Repositories whose rows somebody sees.
    private Set<RepositoryId> inSight(ConsoleState state) {
        Set<RepositoryId> ids = new HashSet<>();
        for (Focus focus : state.focus().values()) {
            focus.repositories().stream().filter(r -> r.connection().equals(connection)).forEach(ids::add);
        }
        return ids;
    }

    private static Duration interval(RepositoryState repository, PollRates rates, Instant now, boolean echo) {
        if (echo) {
            return Duration.ofSeconds(1);
        }
        if (isActive(repository)) {
            return rates.active();
        }
        List<Run> runs = repository.runs().or(List.of());
        boolean recent = runs.stream().anyMatch(r -> r.updatedAt() != null && r.updatedAt().plus(RECENT).isAfter(now));
        return recent ? rates.recent() : rates.idle(runsPerHour(runs, now));
    }

    private static double runsPerHour(List<Run> runs, Instant now) {
        if (runs.isEmpty()) {
            return 0;
        }
        Instant oldest = runs.getLast().createdAt();
        double hours = oldest == null ? 24 * 30 : Math.max(0.5, Duration.between(oldest, now).toMinutes() / 60.0);
        return runs.size() / hours;
    }

    private static boolean isActive(RepositoryState repository) {
        return repository.runs().or(List.of()).stream()
                .anyMatch(r -> r.status().isUnfinished() && r.status() != RunStatus.WAITING);
    }

    private static boolean wasPushed(RepositoryState state, Instant serverNow) {
        Repository repository = state.repository().value();
        Instant pushed = repository == null ? null : repository.pushedAt();
        return pushed != null && isEcho(pushed, serverNow);
    }

    /// Either way: after the clock was set back it would last for as long.
    private static boolean isEcho(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(ECHO) < 0;
    }

    private Set<RepositoryId> repositories(ConsoleState state) {
        Set<RepositoryId> ids = new HashSet<>();
        state.repositories().forEach((id, known) -> {
            Repository repository = known.repository().value();
            if (id.connection().equals(connection) && picks.takes(id)
                    && (repository == null || !repository.archived())) {
                ids.add(id);
            }
        });
        picks.ids().stream().filter(id -> !isArchived(state.repository(id))).forEach(ids::add);
        state.described().services().forEach(s -> {
            if (s.repository() != null && s.repository().connection().equals(connection)) {
                ids.add(s.repository());
            }
        });
        return ids;
    }

    private static boolean isArchived(RepositoryState known) {
        Repository repository = known.repository().value();
        return repository != null && repository.archived();
    }

    /// What is being done, or was a moment ago.
    private List<Intent> fresh(Collection<ActionRecord> actions, Instant now) {
        return actions.stream()
                .filter(action -> isEcho(action.endedAt() == null ? now : action.endedAt(), now))
                .map(action -> action.plan().intent())
                .filter(intent -> !echoes(List.of(intent)).isEmpty())
                .toList();
    }

    private Set<RepositoryId> echoes(List<Intent> intents) {
        return intents.stream()
                .flatMap(intent -> Stream.ofNullable(repositoryOf(intent)))
                .filter(this::isMine)
                .collect(Collectors.toSet());
    }

    private static @Nullable RepositoryId repositoryOf(Intent intent) {
        return switch (intent) {
            case Intent.TriggerRun i -> i.repository();
            case Intent.RerunRun i -> i.run().repository();
            case Intent.CancelRun i -> i.run().repository();
            case Intent.ReviewDeployment i -> i.run().repository();
            case Intent.Redeploy i -> i.repository();
            case Intent.StopEnvironment i -> i.repository();
            // No run comes of a proposal before others take it in.
            case Intent.ProposeTeamFile ignored -> null;
            case Intent.WithdrawProposal ignored -> null;
            case Intent.OnWorkload ignored -> null;
        };
    }

    private void addFocus(Map<Errand, Duration> wanted, ConsoleState state) {
        for (Focus focus : state.focus().values()) {
            focus.runs().stream().filter(r -> isMine(r.repository())).forEach(r -> wanted.put(
                    new Errand.WatchRun(r), isFinished(state, r) ? Duration.ofSeconds(20) : PollRates.FOCUS));
            focus.comparisons().stream().filter(c -> isMine(c.repository())).forEach(c -> wanted.put(
                    new Errand.Compare(c), ONCE));
            focus.inputs().stream().filter(i -> isMine(i.repository())).forEach(i -> wanted.put(
                    new Errand.ReadInputs(i), Duration.ofMinutes(5)));
            focus.attempts().stream().filter(a -> isMine(a.run().repository())).forEach(a -> wanted.put(
                    new Errand.ReadAttempt(a), ONCE));
            focus.annotations().stream().filter(j -> isMine(j.run().repository()) && isOver(state, j)).forEach(
                    j -> wanted.put(new Errand.ReadAnnotations(j), ONCE));
            focus.logs().stream().filter(l -> isMine(l.run().repository()) && isOver(state, l)).forEach(l -> wanted.put(
                    new Errand.FetchLog(l), ONCE));
        }
    }

    /// Logs of failed jobs are fetched before somebody asks for them: they are what is looked for, now or next month.
    private void addFailedLogs(Map<Errand, Duration> wanted, ConsoleState state) {
        for (Focus focus : state.focus().values()) {
            focus.runs().stream().filter(r -> isMine(r.repository())).forEach(r -> state.run(r).jobs().values().stream()
                    .flatMap(jobs -> jobs.or(List.of()).stream())
                    .filter(job -> job.status() == RunStatus.COMPLETED && job.isBad())
                    .limit(FAILED_LOGS)
                    .forEach(job -> wanted.put(new Errand.FetchLog(new JobKey(r, job.number())), ONCE)));
        }
    }

    private static boolean isFinished(ConsoleState state, dev.signalbox.domain.ci.RunId id) {
        Run run = state.run(id).run().value();
        return run != null && !run.status().isUnfinished();
    }

    private static boolean isOver(ConsoleState state, JobKey key) {
        return state.run(key.run()).jobs().values().stream()
                .map(Reading::value)
                .filter(java.util.Objects::nonNull)
                .flatMap(List<Job>::stream)
                .anyMatch(j -> j.number() == key.job() && j.status() == RunStatus.COMPLETED);
    }

    private boolean isMine(RepositoryId repository) {
        return repository.connection().equals(connection);
    }
}
