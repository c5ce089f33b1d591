package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Commit;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.TestFailure;
import java.util.List;

/// Check runs: each job is one, under the same number, and a failed one has annotations.
final class ChecksEndpoints {

    private final Lookups find;

    ChecksEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/commits/{ref}/check-runs", "checks=read", this::ofCommit);
        routes.get("~/check-runs/{job}", "checks=read", call -> {
            Lookups.Found found = find.job(call);
            return Answer.ok(check(found, call.links()));
        });
        routes.get("~/check-runs/{job}/annotations", "checks=read", call -> {
            Lookups.Found found = find.job(call);
            return Pages.array(call, annotations(found), node -> node);
        });
    }

    private Answer ofCommit(Call call) {
        Repository repository = find.repository(call);
        Commit commit = repository.resolve(call.at("ref")).orElseThrow(Lookups::missing);
        boolean all = call.asked("filter").equals("all");
        List<Lookups.Found> found = repository.runs().stream()
                .filter(run -> run.head().equals(commit))
                .flatMap(run -> jobs(run, all).stream().map(job -> new Lookups.Found(run, job)))
                .filter(each -> call.asked("check_name").isEmpty()
                        || call.asked("check_name").equals(each.job().plan().name()))
                .filter(each -> call.asked("status").isEmpty()
                        || call.asked("status").equals(each.job().status().wire()))
                .toList();
        return Pages.counted(call, "check_runs", found, each -> check(each, call.links()));
    }

    private static List<Job> jobs(Run run, boolean all) {
        return all ? Lookups.jobsOfAll(run) : run.latest().jobs();
    }

    private static ObjectNode check(Lookups.Found found, Links links) {
        Job job = found.job();
        String url = links.repo(found.run().repository().fullName(), "/check-runs/" + job.id());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", job.id());
        node.put("name", job.plan().name());
        node.put("node_id", AccountJson.node("CheckRun", job.id()));
        node.put("head_sha", found.run().head().sha());
        node.put("external_id", "");
        node.put("url", url);
        node.put("html_url", RunJson.html(found.run(), job, links));
        node.put("details_url", RunJson.html(found.run(), job, links));
        node.put("status", job.status().wire());
        node.put("conclusion", RunJson.wire(job.conclusion()));
        Wire.put(node, "started_at", job.startedAt());
        Wire.put(node, "completed_at", job.completedAt());
        node.putObject("output")
                .putNull("title")
                .putNull("summary")
                .putNull("text")
                .put("annotations_count", annotations(found).size())
                .put("annotations_url", url + "/annotations");
        node.putObject("check_suite").put("id", found.run().checkSuite());
        node.putNull("app");
        node.putArray("pull_requests");
        return node;
    }

    private static List<ObjectNode> annotations(Lookups.Found found) {
        if (found.job().conclusion() != Conclusion.FAILURE || !found.job().hasRun()) {
            return List.of();
        }
        ObjectNode exit = annotation(".github", 1, "failure", "Process completed with exit code 1.");
        ObjectNode old = annotation(
                ".github", 1, "warning",
                "Node.js 20 actions are deprecated and will be forced to run with Node.js 24: actions/cache@v4.");
        TestFailure test = found.run().brokenTest();
        return found.job().plan().name().contains("tests")
                ? List.of(
                        annotation(
                                "src/test/java/dev/acme/" + test.type() + ".java", test.line(), "failure",
                                test.message()),
                        exit, old)
                : List.of(exit, old);
    }

    private static ObjectNode annotation(String path, int line, String level, String message) {
        return JsonNodeFactory.instance.objectNode()
                .put("path", path)
                .put("blob_href", "")
                .put("start_line", line)
                .put("end_line", line)
                .putNull("start_column")
                .putNull("end_column")
                .put("annotation_level", level)
                .put("title", "")
                .put("message", message)
                .put("raw_details", "");
    }
}
