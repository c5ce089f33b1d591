package dev.signalbox.monitor;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.ChangeProposal;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.ChangeProposals;
import dev.signalbox.port.CiCommands;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Repositories;
import dev.signalbox.port.Runs;
import dev.signalbox.port.Workflows;
import dev.signalbox.testing.Examples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A CI provider with one repository that counts what is asked of it.
final class FakeCi implements Repositories, Runs, Workflows {

    final List<String> asked = new ArrayList<>();
    final List<RepositoryId> listed = new ArrayList<>();
    final Map<RepositoryId, List<Run>> runsOf = new HashMap<>();
    @Nullable
    RemoteProblem problem;

    /// What alone has the problem; empty for everything.
    String troubled = "";

    List<Run> runs = List.of();
    List<Run> past = List.of();
    final List<Run> attempts = new ArrayList<>();
    List<Job> jobs = List.of();
    CiCapabilities capabilities = CiCapabilities.ALL;
    @Nullable
    Instant since;
    FakeArtifacts artifacts = new FakeArtifacts();
    Supplier<Instant> serverTime = () -> Examples.NOON;
    /// How many requests a list of deployments takes; nothing is counted while it takes none. All else takes one.
    int deploymentsTake;
    int jobsTake = 1;
    long sent;

    CiProvider provider() {
        return new CiProvider(
                Examples.GITHUB, Connection.Kind.GITHUB, "fake", List.of("acme"),
                () -> answer("me", new Account("ada", Set.of(), null)),
                this, this, this, artifacts,
                new dev.signalbox.port.Approvals() {
                    @Override
                    public List<PendingApproval> pending(RunId run) throws RemoteFailure {
                        return answer("pending", List.of());
                    }

                    @Override
                    public List<Review> reviews(RunId run) throws RemoteFailure {
                        return answer("reviews", List.of());
                    }
                },
                repository -> answer("environments", List.<CiEnvironment>of()),
                (repository, watched) -> answer("deployments", List.<Deployment>of()),
                repository -> answer("freezes", List.of()),
                repository -> answer("releases", List.of()),
                key -> answer("compare", new Comparison(key, 0, 0, List.of(), List.of())),
                run -> answer("change requests", List.of()),
                new NoProposals(),
                new NoCommands(),
                request -> new SendOutcome.Applied(200, ""),
                () -> capabilities,
                () -> null,
                () -> serverTime.get(),
                () -> sent,
                null);
    }

    private synchronized <T> T answer(String name, T value) throws RemoteFailure {
        asked.add(name);
        sent += switch (name) {
            case "deployments" -> deploymentsTake;
            case "jobs" -> jobsTake * Math.min(1, deploymentsTake);
            default -> Math.min(1, deploymentsTake);
        };
        if (problem != null && (troubled.isEmpty() || troubled.equals(name))) {
            throw new RemoteFailure(problem);
        }
        return value;
    }

    synchronized long count(String name) {
        return asked.stream().filter(name::equals).count();
    }

    private List<Run> older(Instant from, Instant until) throws RemoteFailure {
        return answer("created", past.stream()
                .filter(run -> run.createdAt() != null && !run.createdAt().isBefore(from)
                        && !run.createdAt().isAfter(until))
                .limit(FillingOrder.PAGE)
                .toList());
    }

    @Override
    public List<Repository> recentlyPushed(String owner) throws RemoteFailure {
        return answer("pushed", List.of());
    }

    @Override
    public List<Repository> all(String owner) throws RemoteFailure {
        return answer("all", List.of(Examples.known(Examples.CHECKOUT, Instant.EPOCH)));
    }

    @Override
    public Repository one(RepositoryId id) throws RemoteFailure {
        return answer("one", Examples.known(id, Instant.EPOCH));
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        listed.add(repository);
        return answer("runs", runsOf.getOrDefault(repository, runs));
    }

    @Override
    public List<Run> waiting(RepositoryId repository) throws RemoteFailure {
        return answer("waiting", runs.stream().filter(run -> run.status() == RunStatus.WAITING).toList());
    }

    @Override
    public List<Run> changed(RepositoryId repository, Instant after) throws RemoteFailure {
        since = after;
        return recent(repository);
    }

    @Override
    public List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure {
        return older(from, until);
    }

    @Override
    public Run one(RunId run) throws RemoteFailure {
        return answer("run", runs.getFirst());
    }

    @Override
    public Run attempt(RunId run, int attempt) throws RemoteFailure {
        for (Run one : attempts) {
            if (one.attempt() == attempt) {
                return answer("attempt " + attempt, one);
            }
        }
        return answer("attempt", runs.getFirst());
    }

    @Override
    public List<Job> jobs(RunId run, int attempt) throws RemoteFailure {
        return answer("jobs", jobs);
    }

    @Override
    public List<Annotation> annotations(JobKey job) throws RemoteFailure {
        return answer("annotations", List.of());
    }

    @Override
    public LogFile log(JobKey job, Path file) throws RemoteFailure {
        return answer("log", new LogFile(file, 0));
    }

    @Override
    public List<Workflow> of(RepositoryId repository) throws RemoteFailure {
        return answer("workflows", List.of());
    }

    @Override
    public ManualStart manualStart(Workflow workflow, String ref) throws RemoteFailure {
        return answer("inputs", new ManualStart.Offered(List.of()));
    }

    /// Monitors never change anything: composing a request here is a failure.
    private static final class NoProposals implements ChangeProposals {

        @Override
        public Optional<ChangeRequest> of(RepositoryId repository, String branch) {
            throw new AssertionError("monitors propose nothing");
        }

        @Override
        public PlannedRequest open(ChangeProposal proposal) {
            throw new AssertionError("monitors propose nothing");
        }

        @Override
        public PlannedRequest close(RepositoryId repository, long number) {
            throw new AssertionError("monitors propose nothing");
        }
    }

    private static final class NoCommands implements CiCommands {

        @Override
        public PlannedRequest dispatch(Intent.TriggerRun intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public PlannedRequest rerun(Intent.RerunRun intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public PlannedRequest cancel(Intent.CancelRun intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public List<PlannedRequest> review(Intent.ReviewDeployment intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public PlannedRequest redeploy(Intent.Redeploy intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public PlannedRequest stop(Intent.StopEnvironment intent) {
            throw new AssertionError("a monitor must not change anything");
        }

        @Override
        public Optional<RunId> started(RepositoryId repository, String answer) {
            throw new AssertionError("a monitor must not change anything");
        }
    }
}
