package dev.signalbox.action;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes an environment out of use, as after the merge of what was tried in it.
final class StopEnvironment {

    private final Outside outside;
    private final Places places;
    private final Together together;
    private final PlanMaker maker;

    StopEnvironment(Outside outside, Places places, Together together, PlanMaker maker) {
        this.outside = outside;
        this.places = places;
        this.together = together;
        this.maker = maker;
    }

    Plan prepare(Intent.StopEnvironment intent) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(intent.repository().connection());
        Optional<String> unable = ci.capabilities().get().whyNot(CiAbility.STOP_ENVIRONMENT);
        if (unable.isPresent()) {
            throw new Refusal(unable.get(), "What runs there is taken down in the cluster, or by a pipeline.");
        }
        Together.Begun<List<CiEnvironment>> began =
                together.begin(() -> ci.environments().of(intent.repository()));
        List<Deployment> there = ci.deployments().to(intent.repository(), intent.name());
        CiEnvironment environment = began.value().stream()
                .filter(e -> isInUse(e, intent.environment(), intent.name()))
                .findFirst()
                .orElse(null);
        String name = Words.name(intent.name());
        if (environment == null) {
            throw new Refusal(name + " is not in use any more.", "Look at the environments anew.");
        }
        Deployment live = Redeploy.live(there, intent.name()).orElse(null);
        if ((live == null ? 0 : live.number()) != intent.live()) {
            throw new Refusal(
                    name + " runs another deployment by now"
                            + (live == null
                                    ? "."
                                    : ": " + Redeploy.named(live) + " by " + Words.name(live.creator()) + "."),
                    "Look at the environments anew.");
        }
        PlanStep step = new PlanStep(
                "Stop " + name,
                ci.commands().stop(intent),
                new Expectation.EnvironmentStops(intent.repository(), intent.environment(), intent.name()),
                name + " is stopped, and the job that takes it down, if there is one, has ended well.",
                false);
        boolean production = places.isProduction(intent.repository(), intent.name())
                || "production".equals(environment.tier());
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Stop " + name, Words.name(intent.repository().fullName()), intent.name(),
                        production ? new Guard.TypeName(intent.name()) : new Guard.Press()),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.EnvironmentInUse(
                                        intent.repository(), intent.environment(), intent.name()),
                                new Precondition.EnvironmentRuns(
                                        intent.repository(), intent.name(), intent.live())),
                        List.of(step),
                        new Undo.Impossible(undo(live)),
                        preview(name, live),
                        warnings(there),
                        ""));
    }

    /// Whether this is the environment that is meant, and nobody has stopped it.
    static boolean isInUse(CiEnvironment environment, long number, String name) {
        return environment.number() == number && environment.name().equals(name) && environment.stoppable();
    }

    private static List<String> preview(String name, @Nullable Deployment live) {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": in use → stopped");
        if (live != null) {
            lines.add("what was deployed there last: " + Redeploy.named(live) + ", by " + Words.name(live.creator()));
        }
        return List.copyOf(lines);
    }

    private static List<String> warnings(List<Deployment> there) {
        List<String> warnings = new ArrayList<>();
        warnings.add("If its pipeline names a job that takes it down, that job runs. Otherwise it is only marked as"
                + " stopped, and what runs in a cluster stays there.");
        boolean busy = there.stream().anyMatch(d -> switch (d.state()) {
            case WAITING, QUEUED, PENDING, IN_PROGRESS -> true;
            case SUCCESS, INACTIVE, CANCELLED, FAILURE, ERROR, UNKNOWN -> false;
        });
        if (busy) {
            warnings.add("A deployment to it waits or is under way.");
        }
        return List.copyOf(warnings);
    }

    private static String undo(@Nullable Deployment live) {
        return "No request takes this back. The environment is in use again with the next deployment to it"
                + (live == null || live.job() == null
                        ? "."
                        : ": run the job again that made deployment " + live.number() + ".");
    }
}
