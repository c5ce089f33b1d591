package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Dispatches;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.WorkflowFile;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Starting, repeating and stopping runs.
final class ActionsEndpoints {

    private static final String WRITE = "actions=write";

    private final Lookups find;
    private final InstantSource clock;

    ActionsEndpoints(Lookups find, InstantSource clock) {
        this.find = find;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.post("~/actions/workflows/{workflow}/dispatches", WRITE, this::dispatch);
        routes.post("~/actions/runs/{run}/rerun", WRITE, call -> rerun(call, find.run(call), job -> true));
        routes.post("~/actions/runs/{run}/rerun-failed-jobs", WRITE,
                call -> rerun(call, find.run(call), ActionsEndpoints::wentWrong));
        routes.post("~/actions/jobs/{job}/rerun", WRITE, call -> {
            Lookups.Found found = find.job(call);
            return rerun(call, found.run(), job -> job.plan().equals(found.job().plan()));
        });
        routes.post("~/actions/runs/{run}/cancel", WRITE, call -> cancel(call, false));
        routes.post("~/actions/runs/{run}/force-cancel", WRITE, call -> cancel(call, true));
    }

    private Answer dispatch(Call call) {
        Repository repository = find.repository(call);
        WorkflowFile file = find.workflow(call);
        String ref = call.body().path("ref").asText("");
        if (ref.isEmpty()) {
            throw new Refused(422, "Invalid request.\n\n\"ref\" wasn't supplied.");
        }
        if (call.speaksNewVersion() && call.body().has("return_run_details")) {
            throw new Refused(422, "Invalid request.\n\n\"return_run_details\" is not a permitted key.");
        }
        Map<String, String> inputs = Dispatches.check(repository, file, ref, inputs(call.body().path("inputs")));
        String plain = repository.shortName(ref).orElse(ref);
        Run run = find.world().dispatch(repository, file, plain, inputs, call.person(), clock.instant(), null);
        if (!call.speaksNewVersion() && !call.body().path("return_run_details").asBoolean(false)) {
            return Answer.empty(204);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("workflow_run_id", run.id());
        body.put("run_url", call.links().repo(repository.fullName(), "/actions/runs/" + run.id()));
        body.put("html_url", RepositoryJson.html(repository, call.links()) + "/actions/runs/" + run.id());
        return Answer.ok(body);
    }

    private static Map<String, String> inputs(JsonNode given) {
        Map<String, String> inputs = new HashMap<>();
        given.properties().forEach(entry -> inputs.put(entry.getKey(), entry.getValue().asText()));
        return inputs;
    }

    private Answer rerun(Call call, Run run, Predicate<Job> chosen) {
        boolean debug = call.body().path("enable_debug_logging").asBoolean(false);
        find.world().rerun(run, chosen, call.person(), clock.instant(), debug);
        return Answer.of(201, JsonNodeFactory.instance.objectNode());
    }

    private static boolean wentWrong(Job job) {
        return job.conclusion() == Conclusion.FAILURE || job.conclusion() == Conclusion.CANCELLED;
    }

    private Answer cancel(Call call, boolean force) {
        find.world().cancel(find.run(call), clock.instant(), force);
        return Answer.of(202, JsonNodeFactory.instance.objectNode());
    }
}
