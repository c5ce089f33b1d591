package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.gitlab.world.Inputs;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Refused;
import dev.signalbox.practice.gitlab.world.Trigger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pipelines: read, started, repeated and stopped.
final class PipelineEndpoints {

    private final Lookups find;

    PipelineEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/pipelines", this::list);
        routes.get("~/pipelines/latest", this::latest);
        routes.get("~/pipelines/{pipeline}", call -> Answer.ok(PipelineJson.full(find.pipeline(call), call.links())));
        routes.get("~/pipelines/{pipeline}/jobs", call -> Pages.of(call, scoped(call, jobs(call), false),
                job -> JobJson.job(job, call.now(), call.links())));
        routes.get("~/pipelines/{pipeline}/bridges", call -> Pages.of(call, scoped(call, jobs(call), true),
                job -> JobJson.bridge(job, call.now(), call.links())));
        routes.get("~/pipelines/{pipeline}/variables", PipelineEndpoints.this::variables);
        routes.get("~/pipelines/{pipeline}/test_report",
                call -> Answer.ok(Reports.full(find.pipeline(call))));
        routes.get("~/pipelines/{pipeline}/test_report_summary",
                call -> Answer.ok(Reports.summary(find.pipeline(call))));
        routes.post("~/pipeline", this::create);
        routes.post("~/pipelines/{pipeline}/retry", call -> {
            Pipeline pipeline = find.pipeline(call);
            find.world().retry(pipeline, call.token().member(), call.now());
            return Answer.created(PipelineJson.full(pipeline, call.links()));
        });
        routes.post("~/pipelines/{pipeline}/cancel", call -> {
            Pipeline pipeline = find.pipeline(call);
            find.world().cancel(pipeline, call.now());
            return Answer.created(PipelineJson.full(pipeline, call.links()));
        });
    }

    /// Child pipelines are listed only for those who ask for them.
    private Answer list(Call call) {
        boolean children = call.asked("source").equals("parent_pipeline");
        Comparator<Pipeline> upwards = switch (call.asked("order_by")) {
            case "updated_at" -> Comparator.comparing(Pipeline::updatedAt);
            case "status" -> Comparator.comparing(pipeline -> pipeline.status().wire());
            case "ref" -> Comparator.comparing(pipeline -> pipeline.trigger().ref());
            default -> Comparator.comparing(Pipeline::id);
        };
        List<Pipeline> all = find.project(call).pipelines().stream()
                .filter(pipeline -> pipeline.isChild() == children)
                .filter(pipeline -> isAsked(call, pipeline))
                .sorted(call.asked("sort").equals("asc") ? upwards : upwards.reversed())
                .toList();
        return Pages.of(call, all, pipeline -> PipelineJson.basic(pipeline, call.links()));
    }

    private static boolean isAsked(Call call, Pipeline pipeline) {
        return Lookups.fits(call, "status", pipeline.status().wire())
                && Lookups.fits(call, "source", pipeline.trigger().source())
                && Lookups.fits(call, "ref", pipeline.trigger().ref())
                && Lookups.fits(call, "sha", pipeline.head().sha())
                && Lookups.fits(call, "username", pipeline.user().username())
                && Lookups.fits(call, "name", String.valueOf(pipeline.name()))
                && isIn(call.asked("scope"), pipeline)
                && Times.within(call, "updated", pipeline.updatedAt())
                && Times.within(call, "created", pipeline.createdAt());
    }

    private static boolean isIn(String scope, Pipeline pipeline) {
        return switch (scope) {
            case "running" -> pipeline.status().wire().equals("running");
            case "pending" -> pipeline.status().wire().equals("pending");
            case "finished" -> pipeline.status().isOver();
            default -> true;
        };
    }

    private Answer latest(Call call) {
        String ref = call.asked("ref").isEmpty() ? Project.BRANCH : call.asked("ref");
        return find.project(call).pipelines().stream()
                .filter(pipeline -> !pipeline.isChild() && pipeline.trigger().ref().equals(ref))
                .findFirst()
                .map(pipeline -> Answer.ok(PipelineJson.full(pipeline, call.links())))
                .orElseThrow(() -> new Refused(403, "403 Forbidden"));
    }

    private List<Job> jobs(Call call) {
        Pipeline pipeline = find.pipeline(call);
        return call.isAsked("include_retried", false) ? pipeline.jobs() : pipeline.current();
    }

    /// Newest first, as GitLab lists jobs.
    static List<Job> scoped(Call call, List<Job> jobs, boolean bridges) {
        List<String> scopes = call.all("scope");
        return jobs.stream()
                .filter(job -> (job.plan().child() != null) == bridges)
                .filter(job -> scopes.isEmpty() || scopes.contains(job.status().wire()))
                .sorted(Comparator.comparing(Job::id).reversed())
                .toList();
    }

    private Answer variables(Call call) {
        Map<String, String> variables = find.pipeline(call).trigger().variables();
        return Answer.ok(Pages.array(variables.keySet().stream().sorted().toList(), key -> Wire.object()
                .put("key", key)
                .put("value", variables.getOrDefault(key, ""))
                .put("variable_type", "env_var")
                .put("raw", false)));
    }

    private Answer create(Call call) {
        Project project = find.project(call);
        String ref = call.said("ref");
        if (ref.isEmpty()) {
            return Answer.error(400, "ref is missing");
        }
        try {
            Map<String, String> inputs = new HashMap<>();
            call.body().path("inputs").properties()
                    .forEach(each -> inputs.put(each.getKey(), each.getValue().asText()));
            Trigger trigger = new Trigger("api", ref, Inputs.check(inputs), variables(call.body().path("variables")));
            Pipeline pipeline =
                    find.world().start(project, trigger, call.token().member(), call.now(), null);
            return Answer.created(PipelineJson.full(pipeline, call.links()));
        } catch (Refused e) {
            return Answer.invalid(e.sentence());
        }
    }

    private static Map<String, String> variables(JsonNode given) {
        Map<String, String> variables = new HashMap<>();
        given.forEach(each -> variables.put(each.path("key").asText(""), each.path("value").asText("")));
        if (variables.containsKey("")) {
            throw new Refused(400, "Variables key can't be blank");
        }
        return variables;
    }
}
