package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.CiCommands;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.shell.ShellText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Composes the requests that change something at GitHub. A name that cannot be part of an address makes an
/// [IllegalArgumentException]: what was read from GitHub never holds one.
final class GitHubCommands implements CiCommands {

    static final String NO_STOP =
            "GitHub has nothing that stops an environment; delete it in the repository's settings instead.";

    private static final Pattern STARTED = Pattern.compile("\"workflow_run_id\"\\s*:\\s*(\\d{1,18})\\b");

    private final GitHubClient client;
    private final GitHubServer server;
    private final ConnectionId connection;

    GitHubCommands(GitHubClient client, GitHubServer server, ConnectionId connection) {
        this.client = client;
        this.server = server;
        this.connection = connection;
    }

    @Override
    public PlannedRequest dispatch(Intent.TriggerRun intent) {
        RepositoryId repository = intent.repository();
        ObjectNode body = body().put("ref", intent.ref());
        if (!intent.inputs().isEmpty()) {
            ObjectNode inputs = body.putObject("inputs");
            new TreeMap<>(intent.inputs()).forEach(inputs::put);
        }
        if (server.givesRunDetails()) {
            body.put("return_run_details", true);
        }
        String workflow = String.valueOf(intent.workflow());
        return post(client.below(repository, "actions", "workflows", workflow, "dispatches"), body);
    }

    @Override
    public PlannedRequest rerun(Intent.RerunRun intent) {
        RunId run = intent.run();
        ApiUrl url = switch (intent.scope()) {
            case Intent.RerunRun.Scope.All ignored -> client.below(run, "rerun");
            case Intent.RerunRun.Scope.Failed ignored -> client.below(run, "rerun-failed-jobs");
            case Intent.RerunRun.Scope.OneJob one ->
                    client.below(run.repository(), "actions", "jobs", String.valueOf(one.job()), "rerun");
        };
        return intent.debug() ? post(url, body().put("enable_debug_logging", true)) : post(url);
    }

    @Override
    public PlannedRequest cancel(Intent.CancelRun intent) {
        return post(client.below(intent.run(), intent.force() ? "force-cancel" : "cancel"));
    }

    /// GitHub wants a comment with every review, though it may be empty.
    @Override
    public List<PlannedRequest> review(Intent.ReviewDeployment intent) {
        ObjectNode body = body();
        ArrayNode environments = body.putArray("environment_ids");
        for (Gate gate : intent.gates()) {
            if (!(gate instanceof Gate.Environment(long number))) {
                throw new IllegalArgumentException("GitHub knows no such gate: " + gate);
            }
            environments.add(number);
        }
        body.put("state", intent.decision() == Decision.APPROVE ? "approved" : "rejected");
        body.put("comment", intent.comment());
        return List.of(post(client.below(intent.run(), "pending_deployments"), body));
    }

    /// Runs the job again that made the deployment, and whatever depends on it.
    @Override
    public PlannedRequest redeploy(Intent.Redeploy intent) {
        return post(client.below(intent.repository(), "actions", "jobs", String.valueOf(intent.job()), "rerun"));
    }

    @Override
    public PlannedRequest stop(Intent.StopEnvironment intent) {
        throw new IllegalArgumentException(NO_STOP);
    }

    /// Newer servers name the run in their answer; nothing else of the answer is needed.
    @Override
    public Optional<RunId> started(RepositoryId repository, String answer) {
        Matcher started = STARTED.matcher(answer);
        return started.find()
                ? Optional.of(new RunId(repository, Long.parseLong(started.group(1))))
                : Optional.empty();
    }

    private PlannedRequest post(ApiUrl url, ObjectNode body) {
        return planned(url, "application/json", ShellText.visible(body.toString()));
    }

    private PlannedRequest post(ApiUrl url) {
        return planned(url, "", "");
    }

    private PlannedRequest planned(ApiUrl url, String contentType, String body) {
        if (url.refusal().isPresent()) {
            throw new IllegalArgumentException(url.refusal().get());
        }
        String command = GitHubCurl.command("POST", url.uri(), contentType, body);
        return new PlannedRequest(connection, "POST", url.uri(), contentType, body, command);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
