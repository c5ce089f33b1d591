package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Commit;
import dev.signalbox.practice.gitlab.world.Files;
import dev.signalbox.practice.gitlab.world.MergeRequest;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Files, commits, comparisons, merge requests, releases. Every project has one line of history, so nothing diverges.
final class CodeEndpoints {

    private final Lookups find;

    CodeEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/repository/files/{path}", this::file);
        routes.get("~/repository/files/{path}/raw", call -> Answer.text(text(call)));
        routes.get("~/repository/commits", this::commits);
        routes.get("~/repository/commits/{sha}", call -> Answer.ok(
                CommitJson.commit(find.project(call), find.commit(call, call.at("sha"), "Commit"), call.links())));
        routes.get("~/repository/commits/{sha}/merge_requests", this::ofCommit);
        routes.get("~/repository/compare", this::compare);
        routes.get("~/repository/branches", call -> Pages.of(call, List.of(Project.BRANCH), name -> ref(call, name)));
        routes.get("~/repository/tags", call -> Pages.of(call, find.project(call).tagNames(), name -> ref(call, name)));
        routes.get("~/merge_requests", call -> requests(call, find.project(call).mergeRequests().stream()
                .filter(request -> Lookups.fits(call, "state", call.asked("state").equals("all")
                        ? "all"
                        : request.state()))
                .toList()));
        routes.get("~/merge_requests/{iid}", this::request);
        routes.get("~/releases", call -> Pages.of(call, find.project(call).tagNames(), tag -> release(call, tag)));
        routes.get("~/releases/{tag}", call -> {
            if (find.project(call).tagged(call.at("tag")).isEmpty()) {
                throw new Refused(404, "404 Not Found");
            }
            return Answer.ok(release(call, call.at("tag")));
        });
    }

    private String text(Call call) {
        String ref = call.asked("ref").isEmpty() ? "HEAD" : call.asked("ref");
        find.commit(call, ref, "Commit");
        return Files.text(call.at("path")).orElseThrow(() -> new Refused(404, "404 File Not Found"));
    }

    private Answer file(Call call) {
        byte[] bytes = text(call).getBytes(StandardCharsets.UTF_8);
        Commit commit = find.commit(call, call.asked("ref").isEmpty() ? "HEAD" : call.asked("ref"), "Commit");
        String path = call.at("path");
        return Answer.ok(Wire.object()
                .put("file_name", path.substring(path.lastIndexOf('/') + 1))
                .put("file_path", path)
                .put("size", bytes.length)
                .put("encoding", "base64")
                .put("content", Base64.getEncoder().encodeToString(bytes))
                .put("ref", call.asked("ref"))
                .put("commit_id", commit.sha())
                .put("last_commit_id", commit.sha()));
    }

    private Answer commits(Call call) {
        Project project = find.project(call);
        String ref = call.asked("ref_name").isEmpty() ? Project.BRANCH : call.asked("ref_name");
        Commit newest = find.commit(call, ref, "Commit");
        List<Commit> line = project.commits();
        List<Commit> all = new ArrayList<>(line.subList(0, line.indexOf(newest) + 1).reversed());
        if (call.asked("all").equals("true")) {
            all.addAll(0, project.proposed());
        }
        return Pages.uncounted(call, all, commit -> CommitJson.commit(project, commit, call.links()));
    }

    private Answer compare(Call call) {
        Project project = find.project(call);
        Commit from = find.commit(call, call.asked("from"), "Ref");
        Commit to = find.commit(call, call.asked("to"), "Ref");
        List<Commit> line = line(project, to);
        int start = line.indexOf(from);
        int end = line.indexOf(to);
        List<Commit> added = start < end ? line.subList(start + 1, end + 1) : List.of();
        return Answer.ok(CommitJson.comparison(project, from, to, added, call.links()));
    }

    /// The history that leads to a commit of the branch or of a merge request, and may go on behind it.
    private static List<Commit> line(Project project, Commit to) {
        List<Commit> line = project.commits();
        if (!project.proposed().contains(to)) {
            return line;
        }
        List<Commit> other = new ArrayList<>(line.stream()
                .takeWhile(commit -> !commit.at().isAfter(to.at()))
                .toList());
        other.add(to);
        return other;
    }

    private Answer requests(Call call, List<MergeRequest> all) {
        Project project = find.project(call);
        return Pages.of(call, all, request -> CommitJson.mergeRequest(project, request, call.links()));
    }

    private Answer ofCommit(Call call) {
        Commit commit = find.commit(call, call.at("sha"), "Commit");
        return requests(call, find.project(call).mergeRequests().stream()
                .filter(request -> request.sha().equals(commit.sha()))
                .toList());
    }

    private Answer request(Call call) {
        long iid = Pages.longOf(call.at("iid"), -1);
        return find.project(call).mergeRequests().stream()
                .filter(request -> request.iid() == iid)
                .findFirst()
                .map(request -> Answer.ok(CommitJson.mergeRequest(find.project(call), request, call.links())))
                .orElseThrow(() -> new Refused(404, "404 Not found"));
    }

    private ObjectNode ref(Call call, String name) {
        Project project = find.project(call);
        Commit commit = find.commit(call, name, "Ref");
        ObjectNode node = Wire.object();
        node.put("name", name);
        node.put("protected", true);
        node.put("default", name.equals(Project.BRANCH));
        node.put("target", commit.sha());
        node.set("commit", CommitJson.commit(project, commit, call.links()));
        return node;
    }

    private ObjectNode release(Call call, String tag) {
        return CommitJson.release(find.project(call), tag, find.commit(call, tag, "Commit"), call.links());
    }
}
