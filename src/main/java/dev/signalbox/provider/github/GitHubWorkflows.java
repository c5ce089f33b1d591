package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workflows;
import dev.signalbox.provider.yaml.YamlProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Workflows at GitHub.
final class GitHubWorkflows implements Workflows {

    private static final String DIRECTORY = ".github/workflows/";

    private final GitHubClient client;

    GitHubWorkflows(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Workflow> of(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(
                client.workflows(repository), workflow -> GitHubMapping.workflow(workflow, repository));
    }

    @Override
    public ManualStart manualStart(Workflow workflow, String ref) throws RemoteFailure {
        if (!workflow.path().startsWith(DIRECTORY)) {
            return new ManualStart.NotOffered(); // made by GitHub itself, such as `dynamic/…`: there is no file
        }
        FileJson file = client.file(workflow.repository(), workflow.path(), ref);
        if (!"base64".equals(file.encoding()) || file.content() == null) {
            throw unreadable("GitHub did not send the workflow's file");
        }
        try {
            // The lines of the base64 text are broken; other characters than its own are an error.
            byte[] bytes = Base64.getDecoder().decode(file.content().replaceAll("\\s", ""));
            return WorkflowInputs.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unreadable("GitHub sent the workflow's file in a form that cannot be read");
        } catch (YamlProblem e) {
            throw unreadable("The workflow's file cannot be read: " + GitHubWords.line(e.getMessage()));
        }
    }

    private static RemoteFailure unreadable(String words) {
        return new RemoteFailure(new RemoteProblem.Unreadable(words));
    }
}
