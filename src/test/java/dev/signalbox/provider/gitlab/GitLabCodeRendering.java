package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.Release;
import java.util.Objects;

/// What the contract tests say about code, as GitLab would send it.
final class GitLabCodeRendering {

    private GitLabCodeRendering() {}

    /// What the head has more.
    static ObjectNode there(Comparison comparison) {
        ObjectNode node = object();
        ArrayNode commits = node.putArray("commits");
        comparison.commits().reversed().forEach(commit -> commits.add(GitLabRendering.commit(commit)));
        ArrayNode diffs = node.putArray("diffs");
        comparison.files().forEach(name -> diffs.addObject().put("old_path", "x").put("new_path", name));
        return node;
    }

    /// What the base has more.
    static ObjectNode back(Comparison comparison) {
        ObjectNode node = object();
        ArrayNode behind = node.putArray("commits");
        for (int i = 0; i < comparison.behind(); i++) {
            behind.addObject().put("id", "b" + i);
        }
        return node;
    }

    static ObjectNode request(ChangeRequest request) {
        ObjectNode node = object()
                .put("id", 1)
                .put("iid", request.number())
                .put("title", request.title())
                .put("state", switch (request.state()) {
                    case OPEN -> "opened";
                    case MERGED -> "merged";
                    case CLOSED -> "closed";
                    case UNKNOWN -> "odd";
                })
                .put("merged_at", request.mergedAt() == null ? null : request.mergedAt().toString())
                .put("web_url", Objects.toString(request.page(), null));
        node.putObject("author").put("id", 1).put("username", request.author());
        return node;
    }

    static ObjectNode release(Release release) {
        ObjectNode node = object()
                .put("tag_name", release.tag())
                .put("name", release.name())
                .put("description", "What is new")
                .put("released_at", release.at() == null ? null : release.at().toString())
                .put("upcoming_release", release.stage() == Release.Stage.UPCOMING);
        node.putObject("author").put("id", 1).put("username", release.author());
        node.putObject("_links").put("self", Objects.toString(release.page(), null));
        return node;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
