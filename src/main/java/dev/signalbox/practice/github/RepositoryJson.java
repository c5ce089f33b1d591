package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Repository;
import java.util.List;
import java.util.Map;

/// Repositories on the wire.
final class RepositoryJson {

    /// The address fields: name of the field without `_url`, and what follows the repository's own address.
    private static final List<Map.Entry<String, String>> ADDRESSES = List.of(
            Map.entry("forks", "/forks"),
            Map.entry("keys", "/keys{/key_id}"),
            Map.entry("collaborators", "/collaborators{/collaborator}"),
            Map.entry("teams", "/teams"),
            Map.entry("hooks", "/hooks"),
            Map.entry("issue_events", "/issues/events{/number}"),
            Map.entry("events", "/events"),
            Map.entry("assignees", "/assignees{/user}"),
            Map.entry("branches", "/branches{/branch}"),
            Map.entry("tags", "/tags"),
            Map.entry("blobs", "/git/blobs{/sha}"),
            Map.entry("git_tags", "/git/tags{/sha}"),
            Map.entry("git_refs", "/git/refs{/sha}"),
            Map.entry("trees", "/git/trees{/sha}"),
            Map.entry("statuses", "/statuses/{sha}"),
            Map.entry("languages", "/languages"),
            Map.entry("stargazers", "/stargazers"),
            Map.entry("contributors", "/contributors"),
            Map.entry("subscribers", "/subscribers"),
            Map.entry("subscription", "/subscription"),
            Map.entry("commits", "/commits{/sha}"),
            Map.entry("git_commits", "/git/commits{/sha}"),
            Map.entry("comments", "/comments{/number}"),
            Map.entry("issue_comment", "/issues/comments{/number}"),
            Map.entry("contents", "/contents/{+path}"),
            Map.entry("compare", "/compare/{base}...{head}"),
            Map.entry("merges", "/merges"),
            Map.entry("archive", "/{archive_format}{/ref}"),
            Map.entry("downloads", "/downloads"),
            Map.entry("issues", "/issues{/number}"),
            Map.entry("pulls", "/pulls{/number}"),
            Map.entry("milestones", "/milestones{/number}"),
            Map.entry("notifications", "/notifications{?since,all,participating}"),
            Map.entry("labels", "/labels{/name}"),
            Map.entry("releases", "/releases{/id}"),
            Map.entry("deployments", "/deployments"));

    private RepositoryJson() {}

    /// The short form that other objects carry.
    static ObjectNode minimal(Repository repository, Links links) {
        String url = links.repo(repository.fullName(), "");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", repository.id());
        node.put("node_id", AccountJson.node("Repository", repository.id()));
        node.put("name", repository.name());
        node.put("full_name", repository.fullName());
        node.put("private", true);
        node.set("owner", AccountJson.owner(links));
        node.put("html_url", html(repository, links));
        node.put("description", repository.description());
        node.put("fork", false);
        node.put("url", url);
        ADDRESSES.forEach(address -> node.put(address.getKey() + "_url", url + address.getValue()));
        return node;
    }

    /// The long form.
    static ObjectNode full(Repository repository, Person reader, Links links, boolean newVersion) {
        ObjectNode node = minimal(repository, links);
        String html = html(repository, links);
        String created = Wire.time(repository.createdAt());
        String pushed = Wire.time(repository.head().at());
        node.put("created_at", created).put("updated_at", pushed).put("pushed_at", pushed);
        node.put("git_url", html + ".git").put("ssh_url", html + ".git").put("clone_url", html + ".git").put("svn_url",
                html);
        node.putNull("homepage").putNull("mirror_url").putNull("license");
        node.put("size", 1024).put("language", repository.language());
        for (String count : List.of("stargazers_count", "watchers_count", "forks_count", "open_issues_count", "forks",
                "open_issues", "watchers", "network_count", "subscribers_count")) {
            node.put(count, 0);
        }
        node.put("has_issues", true).put("has_projects", true).put("has_wiki", false);
        node.put("has_pages", false).put("has_discussions", false);
        if (!newVersion) {
            node.put("has_downloads", false);
        }
        node.put("archived", false).put("disabled", false).put("allow_forking", false).put("is_template", false);
        node.put("web_commit_signoff_required", false);
        node.putArray("topics");
        node.put("visibility", "private").put("default_branch", Repository.BRANCH);
        node.putObject("permissions")
                .put("admin", false)
                .put("maintain", !reader.bot())
                .put("push", true)
                .put("triage", true)
                .put("pull", true);
        return node;
    }

    static String html(Repository repository, Links links) {
        return links.html() + "/" + repository.fullName();
    }
}
