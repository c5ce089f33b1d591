package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Commit;
import dev.signalbox.practice.gitlab.world.MergeRequest;
import dev.signalbox.practice.gitlab.world.Project;
import java.util.List;

/// Commits, comparisons, merge requests and releases on the wire.
final class CommitJson {

    private static final int SHORT = 8;

    private CommitJson() {}

    static ObjectNode commit(Project project, Commit commit, Links links) {
        ObjectNode node = Wire.object();
        node.put("id", commit.sha());
        node.put("short_id", commit.sha().substring(0, SHORT));
        Wire.put(node, "created_at", commit.at());
        ArrayNode parents = node.putArray("parent_ids");
        if (commit.parent() != null) {
            parents.add(commit.parent());
        }
        node.put("title", commit.title());
        node.put("message", commit.title() + "\n");
        node.put("author_name", commit.author().name());
        node.put("author_email", commit.author().email());
        Wire.put(node, "authored_date", commit.at());
        node.put("committer_name", commit.author().name());
        node.put("committer_email", commit.author().email());
        Wire.put(node, "committed_date", commit.at());
        node.putObject("trailers");
        node.putObject("extended_trailers");
        node.put("web_url", links.page(project, "/-/commit/" + commit.sha()));
        return node;
    }

    /// @param added the commits that `to` has beyond `from`, oldest first
    static ObjectNode comparison(Project project, Commit from, Commit to, List<Commit> added, Links links) {
        ObjectNode node = Wire.object();
        if (added.isEmpty()) {
            node.putNull("commit");
        } else {
            node.set("commit", commit(project, added.getLast(), links));
        }
        node.set("commits", Pages.array(added, commit -> commit(project, commit, links)));
        ArrayNode diffs = node.putArray("diffs");
        added.stream().flatMap(commit -> commit.files().stream()).distinct().forEach(path -> diffs.addObject()
                .put("diff", "@@ -1 +1 @@\n-before\n+after\n")
                .put("new_path", path)
                .put("old_path", path)
                .put("a_mode", "100644")
                .put("b_mode", "100644")
                .put("new_file", false)
                .put("renamed_file", false)
                .put("deleted_file", false));
        node.put("compare_timeout", false);
        node.put("compare_same_ref", from.equals(to));
        node.put("web_url", links.page(project, "/-/compare/" + from.sha() + "..." + to.sha()));
        return node;
    }

    static ObjectNode mergeRequest(Project project, MergeRequest request, Links links) {
        boolean merged = request.mergedAt() != null;
        ObjectNode node = Wire.object();
        node.put("id", request.id());
        node.put("iid", request.iid());
        node.put("project_id", project.id());
        node.put("title", request.title());
        node.put("description", "");
        node.put("state", request.state());
        Wire.put(node, "created_at", request.createdAt());
        Wire.put(node, "updated_at", request.mergedAt() == null ? request.createdAt() : request.mergedAt());
        node.set("merged_by", merged ? ProjectJson.user(request.author(), links) : null);
        node.set("merge_user", merged ? ProjectJson.user(request.author(), links) : null);
        Wire.put(node, "merged_at", request.mergedAt());
        node.putNull("closed_at");
        node.put("target_branch", Project.BRANCH);
        node.put("source_branch", request.sourceBranch());
        node.set("author", ProjectJson.user(request.author(), links));
        node.putArray("assignees");
        node.putArray("reviewers");
        node.putArray("labels");
        node.put("draft", false).put("work_in_progress", false);
        node.put("merge_status", "can_be_merged");
        node.put("detailed_merge_status", merged ? "not_open" : "mergeable");
        node.put("sha", request.sha());
        node.put("merge_commit_sha", merged ? request.sha() : null);
        node.put("has_conflicts", false).put("blocking_discussions_resolved", true);
        node.put("reference", "!" + request.iid());
        node.put("web_url", links.page(project, "/-/merge_requests/" + request.iid()));
        return node;
    }

    static ObjectNode release(Project project, String tag, Commit commit, Links links) {
        ObjectNode node = Wire.object();
        node.put("tag_name", tag);
        node.put("name", project.name() + " " + tag);
        node.put("description", "What changed in " + tag);
        Wire.put(node, "created_at", commit.at());
        Wire.put(node, "released_at", commit.at());
        node.put("upcoming_release", false);
        node.set("author", ProjectJson.user(commit.author(), links));
        node.set("commit", commit(project, commit, links));
        node.put("commit_path", "/" + project.path() + "/-/commit/" + commit.sha());
        node.put("tag_path", "/" + project.path() + "/-/tags/" + tag);
        node.putArray("evidences");
        ObjectNode assets = node.putObject("assets").put("count", 0);
        assets.putArray("sources");
        assets.putArray("links");
        node.putObject("_links").put("self", links.page(project, "/-/releases/" + tag));
        return node;
    }
}
