package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Commit;
import dev.signalbox.practice.github.world.Repository;

/// Commits and the files that they touch, on the wire.
final class CommitJson {

    private CommitJson() {}

    static ObjectNode commit(Repository repository, Commit commit, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String url = links.repo(repository.fullName(), "/commits/" + commit.sha());
        node.put("sha", commit.sha());
        node.put("node_id", "C_" + commit.sha().substring(0, 12));
        ObjectNode inner = node.putObject("commit");
        inner.set("author", signature(commit));
        inner.set("committer", signature(commit));
        inner.put("message", commit.message());
        inner.putObject("tree")
                .put("sha", tree(commit))
                .put("url", links.repo(repository.fullName(), "/git/trees/" + tree(commit)));
        inner.put("url", links.repo(repository.fullName(), "/git/commits/" + commit.sha()));
        inner.put("comment_count", 0);
        inner.putObject("verification")
                .put("verified", false)
                .put("reason", "unsigned")
                .putNull("signature")
                .putNull("payload")
                .putNull("verified_at");
        node.put("url", url);
        node.put("html_url", RepositoryJson.html(repository, links) + "/commit/" + commit.sha());
        node.put("comments_url", url + "/comments");
        node.set("author", AccountJson.user(commit.author(), links));
        node.set("committer", AccountJson.user(commit.author(), links));
        if (commit.parent() == null) {
            node.putArray("parents");
        } else {
            node.putArray("parents").addObject()
                    .put("sha", commit.parent())
                    .put("url", links.repo(repository.fullName(), "/commits/" + commit.parent()))
                    .put("html_url", RepositoryJson.html(repository, links) + "/commit/" + commit.parent());
        }
        return node;
    }

    /// The short form inside a run.
    static ObjectNode simple(Commit commit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", commit.sha());
        node.put("tree_id", tree(commit));
        node.put("message", commit.message());
        node.put("timestamp", Wire.time(commit.at()));
        node.putObject("author").put("name", commit.author().name()).put("email", commit.author().email());
        node.putObject("committer").put("name", "GitHub").put("email", "noreply@practice.test");
        return node;
    }

    static ObjectNode file(Repository repository, Commit commit, String path, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String html = RepositoryJson.html(repository, links);
        int lines = 1 + Math.floorMod(path.hashCode() ^ commit.sha().hashCode(), 20);
        node.put("sha", tree(commit));
        node.put("filename", path);
        node.put("status", "modified");
        node.put("additions", lines).put("deletions", lines / 2).put("changes", lines + lines / 2);
        node.put("blob_url", html + "/blob/" + commit.sha() + "/" + path);
        node.put("raw_url", html + "/raw/" + commit.sha() + "/" + path);
        node.put("contents_url", links.repo(repository.fullName(), "/contents/" + path + "?ref=" + commit.sha()));
        node.put("patch", "@@ -1 +1 @@\n-before\n+" + commit.subject());
        return node;
    }

    private static ObjectNode signature(Commit commit) {
        return JsonNodeFactory.instance.objectNode()
                .put("name", commit.author().name())
                .put("email", commit.author().email())
                .put("date", Wire.time(commit.at()));
    }

    private static String tree(Commit commit) {
        return new StringBuilder(commit.sha()).reverse().toString();
    }
}
