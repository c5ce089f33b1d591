package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Reading runs and jobs.
final class RunsEndpoints {

    private final Lookups find;

    RunsEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/actions/runs", "actions=read", call -> list(call, run -> true));
        routes.get("~/actions/workflows/{workflow}/runs", "actions=read", call -> {
            long id = find.workflow(call).id();
            return list(call, run -> run.workflow().id() == id);
        });
        routes.get("~/actions/runs/{run}", "actions=read", call -> {
            Run run = find.run(call);
            return Answer.ok(RunJson.run(run, run.latest(), call.links()));
        });
        routes.get("~/actions/runs/{run}/attempts/{attempt}", "actions=read",
                call -> Answer.ok(RunJson.run(find.run(call), find.attempt(call), call.links())));
        routes.get("~/actions/runs/{run}/jobs", "actions=read", call -> {
            Run run = find.run(call);
            boolean all = call.asked("filter").equals("all");
            return jobs(call, run, all ? Lookups.jobsOfAll(run) : run.latest().jobs());
        });
        routes.get("~/actions/runs/{run}/attempts/{attempt}/jobs", "actions=read",
                call -> jobs(call, find.run(call), find.attempt(call).jobs()));
        routes.get("~/actions/jobs/{job}", "actions=read", call -> {
            Lookups.Found found = find.job(call);
            return Answer.ok(RunJson.job(found.run(), found.job(), call.links()));
        });
    }

    private Answer list(Call call, Predicate<Run> of) {
        List<Run> runs = find.repository(call).runs().stream()
                .filter(of)
                .filter(run -> isAsked(call, run))
                .toList();
        return Pages.counted(call, "workflow_runs", runs, run -> RunJson.run(run, run.latest(), call.links()));
    }

    private static boolean isAsked(Call call, Run run) {
        return fits(call, "actor", run.actor().login())
                && fits(call, "branch", run.trigger().ref())
                && fits(call, "event", run.trigger().event())
                && fits(call, "head_sha", run.head().sha())
                && fits(call, "check_suite_id", Long.toString(run.checkSuite()))
                && hasStatus(call.asked("status"), run)
                && isWithin(call.asked("created"), run.createdAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean fits(Call call, String parameter, String value) {
        String asked = call.asked(parameter);
        return asked.isEmpty() || asked.equals(value);
    }

    private static boolean hasStatus(String asked, Run run) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || wanted.equals(run.status().wire())
                || wanted.equals(RunJson.wire(run.conclusion(run.latest())));
    }

    /// The search syntax for dates: `>=T`, `>T`, `<=T`, `<T`, `T..T` (either end may be `*`) or one day.
    private static boolean isWithin(String asked, Instant at) {
        if (asked.isEmpty()) {
            return true;
        }
        if (asked.contains("..")) {
            String[] ends = asked.split("\\.\\.", 2);
            return (ends[0].equals("*") || !at.isBefore(instant(ends[0])))
                    && (ends[1].equals("*") || !at.isAfter(end(ends[1])));
        }
        if (asked.startsWith(">")) {
            String text = asked.replaceFirst("^>=?", "");
            return asked.startsWith(">=") ? !at.isBefore(instant(text)) : at.isAfter(end(text));
        }
        if (asked.startsWith("<")) {
            String text = asked.replaceFirst("^<=?", "");
            return asked.startsWith("<=") ? !at.isAfter(end(text)) : at.isBefore(instant(text));
        }
        return !at.isBefore(instant(asked)) && !at.isAfter(end(asked));
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant end(String text) {
        return text.contains("T") ? instant(text) : instant(text).plusSeconds(86_399);
    }

    private static Answer jobs(Call call, Run run, List<Job> jobs) {
        return Pages.counted(call, "jobs", jobs, job -> RunJson.job(run, job, call.links()));
    }
}
