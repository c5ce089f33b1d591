package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Commit;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.Repository;
import java.util.List;

/// Commits and comparisons. Every repository has one line of history, so nothing ever diverges.
final class CommitEndpoints {

    private static final int MOST_UNPAGED = 250;

    private final Lookups find;

    CommitEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/commits", "contents=read", this::commits);
        routes.get("~/commits/{ref}", "contents=read", this::commit);
        routes.get("~/commits/{ref}/pulls", "pull_requests=read", this::pulls);
        routes.get("~/compare/{basehead}", "contents=read", this::compare);
    }

    private Answer commits(Call call) {
        Repository repository = find.repository(call);
        String from = call.asked("sha").isEmpty() ? Repository.BRANCH : call.asked("sha");
        Commit newest = repository.resolve(from).orElseThrow(Lookups::missing);
        List<Commit> all = repository.commits().subList(0, repository.commits().indexOf(newest) + 1).reversed();
        return Pages.array(call, all, commit -> CommitJson.commit(repository, commit, call.links()));
    }

    private Answer commit(Call call) {
        Repository repository = find.repository(call);
        String ref = call.at("ref");
        Commit commit = repository.resolve(ref)
                .orElseThrow(() -> new Refused(422, "No commit found for SHA: " + ref));
        ObjectNode body = CommitJson.commit(repository, commit, call.links());
        ArrayNode files = body.putArray("files");
        commit.files().forEach(path -> files.add(CommitJson.file(repository, commit, path, call.links())));
        body.putObject("stats").put("additions", 1).put("deletions", 0).put("total", 1);
        return Answer.ok(body);
    }

    /// The practice team pushes to its branch, so no commit came with a pull request.
    private Answer pulls(Call call) {
        String ref = call.at("ref");
        if (find.repository(call).resolve(ref).isEmpty()) {
            throw new Refused(422, "No commit found for SHA: " + ref);
        }
        return Answer.ok(JsonNodeFactory.instance.arrayNode());
    }

    private Answer compare(Call call) {
        Repository repository = find.repository(call);
        String[] ends = call.at("basehead").split("\\.\\.\\.", -1);
        if (ends.length != 2) {
            throw Lookups.missing();
        }
        List<Commit> line = repository.commits();
        Commit base = repository.resolve(ends[0]).orElseThrow(Lookups::missing);
        Commit head = repository.resolve(ends[1]).orElseThrow(Lookups::missing);
        int from = line.indexOf(base);
        int to = line.indexOf(head);
        List<Commit> ahead = from < to ? line.subList(from + 1, to + 1) : List.of();
        return Answer.ok(comparison(call, repository, base, head, ahead, Math.max(0, from - to)))
                .with(isPaged(call) ? Pages.links(call, ahead.size()) : java.util.Map.of());
    }

    private static boolean isPaged(Call call) {
        return !call.asked("per_page").isEmpty() || !call.asked("page").isEmpty();
    }

    private static ObjectNode comparison(
            Call call, Repository repository, Commit base, Commit head, List<Commit> ahead, int behind) {
        Links links = call.links();
        String path = "/compare/" + base.sha() + "..." + head.sha();
        String html = RepositoryJson.html(repository, links) + path;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", links.repo(repository.fullName(), path));
        node.put("html_url", html);
        node.put("permalink_url", html);
        node.put("diff_url", html + ".diff");
        node.put("patch_url", html + ".patch");
        node.set("base_commit", CommitJson.commit(repository, base, links));
        node.set("merge_base_commit", CommitJson.commit(repository, behind > 0 ? head : base, links));
        node.put("status", behind > 0 ? "behind" : ahead.isEmpty() ? "identical" : "ahead");
        node.put("ahead_by", ahead.size());
        node.put("behind_by", behind);
        node.put("total_commits", ahead.size());
        ArrayNode commits = node.putArray("commits");
        List<Commit> shown = isPaged(call)
                ? Pages.cut(call, ahead)
                : ahead.subList(0, Math.min(ahead.size(), MOST_UNPAGED));
        shown.forEach(commit -> commits.add(CommitJson.commit(repository, commit, links)));
        ArrayNode files = node.putArray("files");
        if (call.asked("page").isEmpty() || call.asked("page").equals("1")) {
            ahead.stream().flatMap(commit -> commit.files().stream()).distinct()
                    .forEach(file -> files.add(CommitJson.file(repository, head, file, links)));
        }
        return node;
    }
}
