package dev.signalbox.action;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Deploys what was deployed before, by running the job again that deployed it: the way back where the provider's
/// pipeline is the only one who may change the environment.
final class Redeploy {

    private final Outside outside;
    private final Places places;
    private final Together together;
    private final PlanMaker maker;

    Redeploy(Outside outside, Places places, Together together, PlanMaker maker) {
        this.outside = outside;
        this.places = places;
        this.together = together;
        this.maker = maker;
    }

    Plan prepare(Intent.Redeploy intent) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(intent.repository().connection());
        Optional<String> unable = ci.capabilities().get().whyNot(CiAbility.REDEPLOY);
        if (unable.isPresent()) {
            throw new Refusal(unable.get(),
                    "Start a new " + CiWords.of(ci.kind()).run() + " with the earlier version instead.");
        }
        Together.Begun<Run> began = together.begin(() -> ci.runs().one(intent.run()));
        List<Deployment> all = ci.deployments().to(intent.repository(), intent.environment());
        Run run = began.value();
        Deployment live = live(all, intent.environment()).orElse(null);
        String environment = Words.name(intent.environment());
        String version = Words.name(intent.version());
        if (live == null || live.number() != intent.live()) {
            throw new Refusal(
                    environment + " runs another deployment by now"
                            + (live == null ? "." : ": " + named(live) + " by " + Words.name(live.creator()) + "."),
                    "Look at its deployments anew.");
        }
        Deployment other = underWay(all).orElse(null);
        if (other != null) {
            throw new Refusal(
                    named(other) + " by " + Words.name(other.creator()) + " is being deployed to " + environment
                            + " now.",
                    "Wait for its end, or cancel it first: of two at the same time the one that ends last stays.");
        }
        if (intent.deployment() == intent.live()) {
            throw new Refusal(version + " is what runs in " + environment + ".", "Choose an earlier deployment.");
        }
        if (!run.headSha().equals(intent.sha())) {
            throw new Refusal(
                    RunSight.name(run) + " is of commit " + Words.commit(run.headSha()) + "; the screen showed "
                            + Words.commit(intent.sha()) + ".",
                    "Look at its deployments anew.");
        }
        long newest = all.stream().mapToLong(Deployment::number).max().orElse(intent.live());
        PlanStep step = new PlanStep(
                "Run the job again that deployed " + version,
                ci.commands().redeploy(intent),
                new Expectation.DeploymentAppears(intent.repository(), intent.environment(), intent.sha(), newest),
                "A new deployment of " + version + " to " + environment + " succeeds.",
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Deploy " + version + " to " + environment + " again",
                        Words.name(intent.repository().fullName()),
                        environment,
                        places.isProduction(intent.repository(), intent.environment())
                                ? new Guard.TypeName(intent.environment())
                                : new Guard.Press()),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.DeploymentKept(
                                        intent.repository(), intent.deployment(), intent.sha(), intent.job()),
                                new Precondition.EnvironmentRuns(
                                        intent.repository(), intent.environment(), intent.live()),
                                new Precondition.NoneUnderWay(intent.repository(), intent.environment())),
                        List.of(step),
                        undo(intent, live),
                        List.of(
                                environment + ": " + named(live) + " → " + version,
                                "commit " + Words.commit(live.sha()) + " → " + Words.commit(intent.sha())),
                        Stream.concat(
                                FreezeWarnings.of(ci, intent.repository(), List.of(intent.environment())).stream(),
                                Stream.of("The job runs as it was written then, with the variables and secrets of"
                                        + " today."))
                                .toList(),
                        ""));
    }

    /// What runs in the environment as far as the provider knows: its newest deployment that went well.
    static Optional<Deployment> live(List<Deployment> newestFirst, String environment) {
        return newestFirst.stream()
                .filter(d -> d.environment().equals(environment) && d.state() == Deployment.State.SUCCESS)
                .findFirst();
    }

    /// One that has begun and not ended. What only waits for people, or for a machine, may wait for ever.
    static Optional<Deployment> underWay(List<Deployment> there) {
        return there.stream().filter(d -> d.state() == Deployment.State.IN_PROGRESS).findFirst();
    }

    private static Undo undo(Intent.Redeploy intent, Deployment live) {
        if (live.run() == null || live.job() == null) {
            return new Undo.Impossible("Which job made the deployment that runs now is not known.");
        }
        return new Undo.ByIntent(
                "Deploy " + named(live) + " again",
                new Intent.Redeploy(
                        intent.repository(), intent.environment(), live.number(), intent.deployment(),
                        new RunId(intent.repository(), live.run()), live.job(), named(live), live.sha(),
                        "Taken back"));
    }

    /// A plan whose deployment was found under this number: what takes it back stands on that one.
    static Plan made(Plan plan, long number) {
        return plan.undo() instanceof Undo.ByIntent(String words, Intent.Redeploy back)
                ? PlanMaker.with(plan, plan.steps(), new Undo.ByIntent(words, new Intent.Redeploy(
                        back.repository(), back.environment(), back.deployment(), number, back.run(), back.job(),
                        back.version(), back.sha(), back.reason())))
                : plan;
    }

    static String named(Deployment deployment) {
        return Words
                .name(deployment.ref().matches("v?\\d+\\.\\d+.*") ? deployment.ref() : Words.commit(deployment.sha()));
    }
}
