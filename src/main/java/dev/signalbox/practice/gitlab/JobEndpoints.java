package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Refused;
import java.util.List;

/// Jobs: read, started, repeated, stopped; their logs and files.
final class JobEndpoints {

    private static final String ZIP = "application/zip";

    private final Lookups find;

    JobEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/jobs", this::list);
        routes.get("~/jobs/{job}", call -> one(200, call, find.job(call)));
        routes.get("~/jobs/{job}/trace", call -> Answer.text(new Trace(find.job(call), call.now()).text()));
        routes.get("~/jobs/{job}/artifacts", call -> Answer.bytes(ZIP, "artifacts.zip", Reports.archive(
                withArtifacts(call))));
        routes.get("~/jobs/{job}/artifacts/{path...}", this::file);
        routes.post("~/jobs/{job}/play", call -> one(200, call,
                find.world().play(find.job(call), call.token().member(), call.now())));
        routes.post("~/jobs/{job}/retry", call -> one(201, call,
                find.world().retry(find.job(call), call.token().member(), call.now())));
        routes.post("~/jobs/{job}/cancel", call -> {
            Job job = find.job(call);
            find.world().cancel(job, call.token().member(), call.said("force").equals("true"), call.now());
            return one(201, call, job);
        });
        routes.post("~/jobs/{job}/erase", call -> {
            Job job = find.job(call);
            find.world().erase(job);
            return one(201, call, job);
        });
    }

    private static Answer one(int status, Call call, Job job) {
        return Answer.of(status, JobJson.either(job, call.now(), call.links()));
    }

    /// All jobs of a project are not counted; they can be walked by number too.
    private Answer list(Call call) {
        List<Job> all = PipelineEndpoints.scoped(call,
                find.project(call).pipelines().stream().flatMap(pipeline -> pipeline.jobs().stream()).toList(), false);
        return call.asked("pagination").equals("keyset")
                ? Pages.keyset(call, all, Job::id, job -> JobJson.job(job, call.now(), call.links()))
                : Pages.uncounted(call, all, job -> JobJson.job(job, call.now(), call.links()));
    }

    private Job withArtifacts(Call call) {
        Job job = find.job(call);
        if (!job.hasArtifacts()) {
            throw new Refused(404, "404 Not found");
        }
        return job;
    }

    private Answer file(Call call) {
        Job job = withArtifacts(call);
        String path = call.at("path");
        if (!path.equals(Reports.fileName(job))) {
            throw new Refused(404, "404 Not found");
        }
        return Answer.bytes("application/xml", path, Reports.file(job));
    }
}
