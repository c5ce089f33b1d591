package dev.signalbox.provider.gitlab;

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

/// The one workflow of a project at GitLab: its pipelines.
final class GitLabWorkflows implements Workflows {

    private static final String NO_FILE = "File Not Found";

    private final GitLabClient client;
    private final GitLabProjects projects;
    private final GitLabDeclared declared;
    private final String address;

    GitLabWorkflows(GitLabClient client, GitLabProjects projects, GitLabDeclared declared, String address) {
        this.client = client;
        this.projects = projects;
        this.declared = declared;
        this.address = address;
    }

    /// Asks nobody: every project can have pipelines.
    @Override
    public List<Workflow> of(RepositoryId repository) {
        return List.of(GitLabMapping.workflow(repository, address));
    }

    /// Where the description lies at another address or in another project, nothing is known of what it asks.
    @Override
    public ManualStart manualStart(Workflow workflow, String ref) throws RemoteFailure {
        RepositoryId repository = workflow.repository();
        String path = projects.ciFile(repository);
        if (path.contains("@") || path.contains("://")) {
            return new ManualStart.Offered(List.of());
        }
        FileJson file;
        try {
            file = client.file(repository, path, ref);
        } catch (RemoteFailure e) {
            // The same status says that there is no such project or no such ref, which are failures.
            if (e.problem() instanceof RemoteProblem.NotFound(String detail) && detail.contains(NO_FILE)) {
                return new ManualStart.NotOffered();
            }
            throw e;
        }
        return read(file, repository, ref);
    }

    private ManualStart read(FileJson file, RepositoryId repository, String ref) throws RemoteFailure {
        if (!"base64".equals(file.encoding()) || file.content() == null) {
            throw unreadable("GitLab did not send the file that describes the pipelines");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(file.content().replaceAll("\\s", ""));
            GitLabInputs.Asked asked = GitLabInputs.of(new String(bytes, StandardCharsets.UTF_8));
            declared.learn(repository, ref, asked.types());
            return asked.start();
        } catch (IllegalArgumentException e) {
            throw unreadable("GitLab sent the file that describes the pipelines in a form that cannot be read");
        } catch (YamlProblem e) {
            throw unreadable(
                    "The file that describes the pipelines cannot be read: " + GitLabWords.line(e.getMessage()));
        }
    }

    private static RemoteFailure unreadable(String words) {
        return new RemoteFailure(new RemoteProblem.Unreadable(words));
    }
}
