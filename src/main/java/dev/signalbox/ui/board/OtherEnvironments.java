package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Environments of a service's repository that have no column on the board, such as review apps. What the board shows as
/// a column, and production, is not offered to be stopped here: that is for the provider's own pages.
final class OtherEnvironments {

    private static final int SHOWN = 4;
    private static final int LONGEST = 80;

    private OtherEnvironments() {}

    static DrawerRow.Others of(ServiceSpec service, ConsoleState state, Instant now) {
        RepositoryId repository = service.repository();
        if (repository == null) {
            return DrawerRow.Others.NONE;
        }
        List<DrawerRow.EnvironmentRow> all = all(repository, state, now);
        Reading<List<CiEnvironment>> reading = state.repository(repository).environments();
        String more = all.size() > SHOWN ? "and " + (all.size() - SHOWN) + " more, in the command palette" : "";
        String trouble = reading.problem() == null || all.isEmpty()
                ? ""
                : Problems.sentence(reading.problem(), now) + " Shown as of " + Durations.ago(reading.readAt(), now)
                        + ".";
        return new DrawerRow.Others(
                all.stream().limit(SHOWN).toList(), more.isEmpty() || trouble.isEmpty()
                        ? more + trouble
                        : more + ". " + trouble);
    }

    /// All of them, those first that were deployed to last.
    static List<DrawerRow.EnvironmentRow> all(RepositoryId repository, ConsoleState state, Instant now) {
        List<Deployment> deployments = state.repository(repository).deployments().or(List.of());
        return state.repository(repository).environments().or(List.of()).stream()
                .filter(environment -> !state.described().hasColumn(environment))
                .sorted(Comparator.comparingLong((CiEnvironment e) -> -live(e, deployments).map(Deployment::number)
                        .orElse(0L)).thenComparing(CiEnvironment::name))
                .map(environment -> row(environment, live(environment, deployments), state, now))
                .toList();
    }

    private static Optional<Deployment> live(CiEnvironment environment, List<Deployment> newestFirst) {
        return newestFirst.stream()
                .filter(d -> d.environment().equals(environment.name()) && d.state() == Deployment.State.SUCCESS)
                .findFirst();
    }

    private static DrawerRow.EnvironmentRow row(
            CiEnvironment environment, Optional<Deployment> live, ConsoleState state, Instant now) {
        String name = SafeText.line(environment.name(), LONGEST);
        String deployed = live.map(d -> DeployAgain.version(d) + " by " + SafeText.line(d.creator(), LONGEST) + ", "
                + Durations.ago(d.createdAt(), now)).orElse("nothing deployed to it lately");
        String whyNot = whyNot(environment, state);
        return new DrawerRow.EnvironmentRow(
                name,
                deployed,
                new DrawerRow.Offer(
                        "stop-environment-" + environment.number(),
                        "Stop " + name,
                        whyNot.isEmpty() ? "takes it out of use" : whyNot,
                        whyNot.isEmpty(),
                        new Intent.StopEnvironment(
                                environment.repository(), environment.number(), environment.name(),
                                live.map(Deployment::number).orElse(0L))));
    }

    private static String whyNot(CiEnvironment environment, ConsoleState state) {
        Optional<String> unable =
                state.whyNot(environment.repository().connection(), CiAbility.STOP_ENVIRONMENT);
        if (unable.isPresent()) {
            return unable.get();
        }
        boolean underWay = state.actions().values().stream()
                .anyMatch(action -> !action.phase().isEnd()
                        && action.plan().intent() instanceof Intent.StopEnvironment stop
                        && stop.repository().equals(environment.repository())
                        && stop.environment() == environment.number());
        if (underWay) {
            return "is being stopped";
        }
        return environment.stoppable() ? "" : "is not in use";
    }
}
