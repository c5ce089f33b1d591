package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.CiCommands;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.StrictJson;
import dev.signalbox.provider.json.JsonFields;
import dev.signalbox.provider.shell.ShellText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Composes the requests that change something at GitLab. A name that cannot be part of an address, and a wish that GitLab
/// cannot fulfil, make an [IllegalArgumentException]: what the console offers never holds one.
final class GitLabCommands implements CiCommands {

    private final GitLabRequests requests;
    private final GitLabServer server;
    private final GitLabDeclared declared;
    private final ConnectionId connection;

    GitLabCommands(
            GitLabRequests requests, GitLabServer server, GitLabDeclared declared, ConnectionId connection) {
        this.requests = requests;
        this.server = server;
        this.declared = declared;
        this.connection = connection;
    }

    @Override
    public PlannedRequest dispatch(Intent.TriggerRun intent) {
        Map<String, String> types = server.has(GitLabFeature.INPUTS)
                ? declared.of(intent.repository(), intent.ref())
                : Map.of();
        return post(
                requests.below(intent.repository(), "pipeline"),
                GitLabBody.pipeline(intent.ref(), intent.inputs(), types));
    }

    /// The answer to a new pipeline is the pipeline.
    @Override
    public Optional<RunId> started(RepositoryId repository, String answer) {
        try {
            JsonNode tree = new StrictJson().tree(answer.getBytes(StandardCharsets.UTF_8));
            Long number = new JsonFields(tree).number("id");
            return number == null || number <= 0 ? Optional.empty() : Optional.of(new RunId(repository, number));
        } catch (RemoteFailure unreadable) {
            return Optional.empty();
        }
    }

    /// Of a pipeline, GitLab runs again what failed or was cancelled; all of it only as a new pipeline.
    @Override
    public PlannedRequest rerun(Intent.RerunRun intent) {
        return switch (intent.scope()) {
            case Intent.RerunRun.Scope.All ignored ->
                    throw new IllegalArgumentException(GitLabAbilities.RERUN_ALL);
            case Intent.RerunRun.Scope.Failed ignored -> post(requests.below(intent.run(), "retry"));
            case Intent.RerunRun.Scope.OneJob one -> post(job(intent.run().repository(), one.job(), "retry"));
        };
    }

    /// The job of an earlier deployment deploys again what it deployed then, as a new job and a new deployment.
    @Override
    public PlannedRequest redeploy(Intent.Redeploy intent) {
        return post(job(intent.repository(), intent.job(), "retry"));
    }

    /// Where the pipeline names a job for it, GitLab starts that job. The body may say `force`, which leaves it out: not
    /// wanted here.
    @Override
    public PlannedRequest stop(Intent.StopEnvironment intent) {
        return post(
                requests.below(intent.repository(), "environments", String.valueOf(intent.environment()), "stop"),
                GitLabBody.object());
    }

    /// There is no stronger way to stop a pipeline.
    @Override
    public PlannedRequest cancel(Intent.CancelRun intent) {
        return post(requests.below(intent.run(), "cancel"));
    }

    @Override
    public List<PlannedRequest> review(Intent.ReviewDeployment intent) {
        return intent.gates().stream().map(gate -> review(gate, intent)).toList();
    }

    private PlannedRequest review(Gate gate, Intent.ReviewDeployment intent) {
        RepositoryId repository = intent.run().repository();
        return switch (gate) {
            case Gate.Deployment deployment -> post(
                    requests.below(repository, "deployments", String.valueOf(deployment.number()), "approval"),
                    decision(intent));
            case Gate.ManualJob manual -> {
                if (intent.decision() != Decision.APPROVE) {
                    throw new IllegalArgumentException(GitLabAbilities.REJECT_MANUAL_JOB);
                }
                yield post(job(repository, manual.job(), "play"), GitLabBody.object());
            }
            case Gate.Environment ignored ->
                    throw new IllegalArgumentException("GitLab decides on deployments and not on environments");
        };
    }

    /// Without a rule's name GitLab takes the approval for every rule that the account belongs to.
    private static ObjectNode decision(Intent.ReviewDeployment intent) {
        ObjectNode body = GitLabBody.object()
                .put("status", intent.decision() == Decision.APPROVE ? "approved" : "rejected");
        if (!intent.comment().isEmpty()) {
            body.put("comment", intent.comment());
        }
        String represented = intent.represented();
        if (represented != null && !represented.isEmpty()) {
            body.put("represented_as", represented);
        }
        return body;
    }

    private ApiUrl job(RepositoryId repository, long job, String verb) {
        return requests.below(repository, "jobs", String.valueOf(job), verb);
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
        String command = GitLabCurl.command("POST", url.uri(), contentType, body);
        return new PlannedRequest(connection, "POST", url.uri(), contentType, body, command);
    }
}
