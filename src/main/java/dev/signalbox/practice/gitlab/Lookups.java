package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Commit;
import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Environment;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Refused;
import dev.signalbox.practice.gitlab.world.World;
import java.util.Locale;

/// Finds what a path names, or answers that it is not there in the words of that kind of thing.
final class Lookups {

    private final World world;

    Lookups(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    Project project(Call call) {
        return world.project(call.at("id")).orElseThrow(() -> new Refused(404, "404 Project Not Found"));
    }

    Pipeline pipeline(Call call) {
        long id = Pages.longOf(call.at("pipeline"), -1);
        return project(call).pipelines().stream()
                .filter(pipeline -> pipeline.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "404 Pipeline Not Found"));
    }

    Job job(Call call) {
        long id = Pages.longOf(call.at("job"), -1);
        return project(call).pipelines().stream()
                .flatMap(pipeline -> pipeline.jobs().stream())
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "404 Not found"));
    }

    Environment environment(Call call) {
        long id = Pages.longOf(call.at("environment"), -1);
        return project(call).environments().stream()
                .filter(environment -> environment.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "404 Not found"));
    }

    Deployment deployment(Call call) {
        long id = Pages.longOf(call.at("deployment"), -1);
        return project(call).deployments().stream()
                .filter(deployment -> deployment.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "404 Deployment Not Found"));
    }

    Commit commit(Call call, String ref, String what) {
        return project(call)
                .resolve(ref)
                .orElseThrow(() -> new Refused(404, "404 " + what + " Not Found"));
    }

    static boolean fits(Call call, String parameter, String value) {
        String asked = call.asked(parameter);
        return asked.isEmpty() || asked.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }
}
