package dev.signalbox.action;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Approvals;
import dev.signalbox.port.CiCommands;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import dev.signalbox.port.Sender;
import dev.signalbox.port.Workflows;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CI provider in memory with one repository and one workflow.
final class FakeCi implements Runs, Approvals, Workflows, CiCommands, Sender {

    static final RepositoryId REPOSITORY = new RepositoryId(new ConnectionId("github"), "acme", "checkout");
    static final RunId RUN = new RunId(REPOSITORY, 641);
    static final String SHA = "abcdef0123456789";

    final Map<Long, Run> runs = new TreeMap<>();
    final List<Review> reviews = new ArrayList<>();
    final List<PendingApproval> pending = new ArrayList<>();
    final List<PlannedRequest> changes = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    ManualStart manual = new ManualStart.Offered(List.of());
    CiCapabilities capabilities = new CiCapabilities(Map.of(), true, Set.of("workflow_dispatch"));
    final FakeDeployments deployments;
    final FakeRequests requests = new FakeRequests(this);
    List<Freeze> freezes = List.of();
    Connection.Kind kind = Connection.Kind.GITHUB;
    boolean requestPerGate;
    boolean active = true;
    boolean tellsRun = true;
    UnaryOperator<Run> listed = run -> run;
    boolean losesAnswers;
    boolean losesRequests;
    Trace trace = new Trace();
    Predicate<PlannedRequest> intended = request -> true;
    Runnable before = () -> {};
    /// What happens once a request was looked at, before anything is read again.
    Runnable after = () -> {};
    final List<Job> jobs = new ArrayList<>();
    private final FakeClock clock;

    FakeCi(FakeClock clock) {
        this.clock = clock;
        deployments = new FakeDeployments(clock);
        runs.put(641L, run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE));
    }

    Run run(long number, int attempt, RunStatus status, Conclusion conclusion) {
        Instant created = number == 641 ? clock.instant().minusSeconds(3_600) : clock.instant();
        return new Run(
                new RunId(REPOSITORY, number), attempt, 7, "Release", ".github/workflows/release.yml", number,
                "Release", "workflow_dispatch", status, conclusion, "main", SHA, "alice", "alice", created, created,
                clock.instant(), null);
    }

    void waits(String environment) {
        runs.put(641L, run(641, 1, RunStatus.WAITING, Conclusion.NONE));
        pending.add(
                new PendingApproval(RUN, new Gate.Environment(5), environment, true, Duration.ZERO, null, List.of()));
    }

    void waitsAt(Gate gate) {
        runs.put(641L, run(641, 1, RunStatus.WAITING, Conclusion.NONE));
        pending.add(new PendingApproval(RUN, gate, "production", true, Duration.ZERO, null, List.of()));
    }

    CiProvider ports() {
        return new CiProvider(
                REPOSITORY.connection(), kind, "https://github.example", List.of(),
                () -> read("me", new Account("alice", Set.of(), null)),
                new NoRepositories(), this, this, new NoArtifacts(), this,
                deployments.port(this::fail),
                deployments.listed(this::fail),
                repository -> read("freezes", freezes), repository -> List.of(),
                key -> {
                    throw new AssertionError("not needed");
                },
                run -> List.of(), requests, this, this, () -> capabilities, () -> null, clock::instant, () -> 0, null);
    }

    <T> T read(String what, T value) throws RemoteFailure {
        fail(what);
        return value;
    }

    private void fail(String what) throws RemoteFailure {
        if (trace.begin(what)) {
            throw new RemoteFailure(new RemoteProblem.ServerFault("Bad gateway.", 502));
        }
    }

    @Override
    public List<Workflow> of(RepositoryId repository) throws RemoteFailure {
        fail("workflows");
        return List.of(new Workflow(REPOSITORY, 7, "Release", ".github/workflows/release.yml", active, null));
    }

    @Override
    public ManualStart manualStart(Workflow workflow, String ref) throws RemoteFailure {
        return read("inputs", manual);
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        return read("runs", List.copyOf(runs.values()).reversed().stream().map(listed).toList());
    }

    @Override
    public List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure {
        return List.of();
    }

    @Override
    public Run one(RunId run) throws RemoteFailure {
        fail("run");
        return Optional.ofNullable(runs.get(run.number()))
                .orElseThrow(() -> new RemoteFailure(new RemoteProblem.NotFound("No such run.")));
    }

    @Override
    public Run attempt(RunId run, int attempt) throws RemoteFailure {
        return one(run);
    }

    @Override
    public List<Job> jobs(RunId run, int attempt) {
        return List.copyOf(jobs);
    }

    @Override
    public List<Annotation> annotations(JobKey job) {
        return List.of();
    }

    @Override
    public LogFile log(JobKey job, Path file) {
        throw new AssertionError("not needed");
    }

    @Override
    public List<PendingApproval> pending(RunId run) throws RemoteFailure {
        return read("pending", List.copyOf(pending));
    }

    @Override
    public List<Review> reviews(RunId run) throws RemoteFailure {
        return read("reviews", List.copyOf(reviews));
    }

    @Override
    public PlannedRequest dispatch(Intent.TriggerRun intent) {
        return request("/dispatches", new TreeMap<>(intent.inputs()).toString());
    }

    @Override
    public PlannedRequest rerun(Intent.RerunRun intent) {
        return request("/rerun", intent.scope().toString());
    }

    @Override
    public PlannedRequest cancel(Intent.CancelRun intent) {
        return request("/cancel/" + intent.run().number(), "");
    }

    @Override
    public List<PlannedRequest> review(Intent.ReviewDeployment intent) {
        PlannedRequest one = request("/review", intent.decision() + " " + intent.comment());
        if (!requestPerGate && intent.gates().stream().noneMatch(Gate.ManualJob.class::isInstance)) {
            return List.of(one);
        }
        return intent.gates().stream()
                .map(gate -> gate instanceof Gate.ManualJob(long job) ? request("/play/" + job, "") : one)
                .toList();
    }

    @Override
    public PlannedRequest redeploy(Intent.Redeploy intent) {
        return request("/redeploy/" + intent.job(), "");
    }

    @Override
    public PlannedRequest stop(Intent.StopEnvironment intent) {
        return request("/stop/" + intent.environment(), "");
    }

    @Override
    public Optional<RunId> started(RepositoryId repository, String answer) {
        Matcher named = Pattern.compile("\"workflow_run_id\": (\\d+)").matcher(answer);
        return Optional.of(named).filter(Matcher::find).map(m -> new RunId(REPOSITORY, Long.parseLong(m.group(1))));
    }

    static PlannedRequest request(String path, String body) {
        return new PlannedRequest(
                REPOSITORY.connection(), "POST", URI.create("https://github.example" + path), "text/plain", body,
                "curl …");
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        boolean cut = trace.begin("send " + request.uri().getPath());
        if (!intended.test(request)) {
            violations.add("sent without having been written down: " + request);
        }
        before.run();
        before = () -> {};
        SendOutcome outcome = losesRequests ? new SendOutcome.Applied(200, "") : apply(request);
        after.run();
        trace.end("send " + request.uri().getPath());
        return cut || losesAnswers || losesRequests
                ? new SendOutcome.Unknown(new RemoteProblem.Unreachable("Connection reset.", Sent.MAYBE))
                : outcome;
    }

    private SendOutcome apply(PlannedRequest request) {
        String path = request.uri().getPath();
        Run run = Objects.requireNonNull(runs.get(641L));
        if (path.equals("/dispatches")) {
            long number = 642 + changes.size();
            runs.put(number, run(number, 1, RunStatus.QUEUED, Conclusion.NONE));
            changes.add(request);
            return new SendOutcome.Applied(tellsRun ? 200 : 204,
                    tellsRun ? "{\"workflow_run_id\": " + number + "}" : "");
        }
        if (requests.apply(path)) {
            changes.add(request);
            return new SendOutcome.Applied(201, "{}");
        }
        if (path.equals("/rerun")) {
            runs.put(641L,
                    run(641, run.attempt() + (capabilities.attempts() ? 1 : 0), RunStatus.QUEUED, Conclusion.NONE));
        } else if (path.startsWith("/cancel")) {
            if (run.status() == RunStatus.COMPLETED) {
                return new SendOutcome.NotApplied(new RemoteProblem.Conflict("Cannot cancel a completed run."));
            }
            runs.put(641L, run(641, 1, RunStatus.COMPLETED, Conclusion.CANCELLED));
        } else if (path.startsWith("/redeploy/")) {
            deployments.again();
        } else if (path.startsWith("/stop/")) {
            deployments.stop(Long.parseLong(path.substring(6)));
        } else if (path.startsWith("/play/")) {
            Gate played = new Gate.ManualJob(Long.parseLong(path.substring(6)));
            if (!pending.removeIf(p -> p.gate().equals(played))) {
                return new SendOutcome.NotApplied(new RemoteProblem.Rejected("Unplayable Job", 400));
            }
        } else {
            if (pending.isEmpty()) {
                return new SendOutcome.NotApplied(new RemoteProblem.Rejected("No pending deployment.", 422));
            }
            boolean yes = request.body().startsWith(Decision.APPROVE.name());
            reviews.add(new Review(
                    "alice", yes ? Review.Decision.APPROVED : Review.Decision.REJECTED,
                    request.body().substring(request.body().indexOf(' ') + 1),
                    pending.stream().map(PendingApproval::environmentName).toList()));
            pending.clear();
        }
        changes.add(request);
        return new SendOutcome.Applied(201, "");
    }
}
