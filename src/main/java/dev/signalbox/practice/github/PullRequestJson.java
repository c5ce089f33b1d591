package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Pull requests on the wire: <https://docs.github.com/en/rest/pulls/pulls>.
final class PullRequestJson {

    /// Far from the numbers of the world's own things.
    private static final long FIRST_ID = 7_400_000;

    private PullRequestJson() {}

    static ObjectNode of(String repository, PullRequest request, Links links) {
        String url = links.repo(repository, "/pulls/" + request.number);
        String html = links.html() + "/" + repository + "/pull/" + request.number;
        long id = FIRST_ID + request.number;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", url);
        node.put("id", id);
        node.put("node_id", AccountJson.node("PullRequest", id));
        node.put("html_url", html);
        node.put("diff_url", html + ".diff");
        node.put("patch_url", html + ".patch");
        node.put("number", request.number);
        node.put("state", request.open ? "open" : "closed");
        node.put("locked", false);
        node.put("title", request.title);
        node.set("user", AccountJson.user(request.author, links));
        node.put("body", request.body.isEmpty() ? null : request.body);
        Wire.put(node, "created_at", request.createdAt);
        Wire.put(node, "updated_at", request.updatedAt);
        Wire.put(node, "closed_at", request.closedAt);
        Wire.put(node, "merged_at", request.mergedAt);
        node.putNull("merge_commit_sha").putNull("assignee").putNull("milestone").putNull("auto_merge");
        node.putArray("assignees");
        node.putArray("requested_reviewers");
        node.putArray("requested_teams");
        node.putArray("labels");
        node.put("draft", false);
        node.set("head", end(repository, request.head, request.sha, links));
        node.set("base", end(repository, request.base, "", links));
        node.put("author_association", "MEMBER");
        node.putObject("_links").putObject("html").put("href", html);
        return node;
    }

    private static ObjectNode end(String repository, String branch, String sha, Links links) {
        int slash = repository.indexOf('/');
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("label", repository.substring(0, slash) + ":" + branch);
        node.put("ref", branch);
        node.put("sha", sha);
        node.set("user", AccountJson.owner(links));
        node.putObject("repo")
                .put("name", repository.substring(slash + 1))
                .put("full_name", repository)
                .put("private", true)
                .put("url", links.repo(repository, ""))
                .put("html_url", links.html() + "/" + repository)
                .set("owner", AccountJson.owner(links));
        return node;
    }
}
