package dev.signalbox.ui.board;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Earlier deployments that may be deployed again: where the job that made them is known, and another commit runs now.
final class DeployAgain {

    private static final int SHOWN = 2;

    private DeployAgain() {}

    static List<DrawerRow.Offer> of(ServiceSpec service, String environment, ConsoleState state, Instant now) {
        RepositoryId repository = service.repository();
        if (repository == null) {
            return List.of();
        }
        List<Deployment> there = state.repository(repository).deployments().or(List.of()).stream()
                .filter(d -> d.environment().equals(environment))
                .toList();
        Optional<Deployment> live =
                there.stream().filter(d -> d.state() == Deployment.State.SUCCESS).findFirst();
        if (live.isEmpty()) {
            return List.of();
        }
        CiCapabilities can = state.abilities().getOrDefault(repository.connection(), CiCapabilities.ALL);
        Set<String> seen = new HashSet<>(Set.of(live.get().sha()));
        List<DrawerRow.Offer> offers = new ArrayList<>();
        for (Deployment each : there) {
            boolean wasGood =
                    each.state() == Deployment.State.SUCCESS || each.state() == Deployment.State.INACTIVE;
            Long run = each.run();
            Long job = each.job();
            if (each.number() < live.get().number() && wasGood && run != null && job != null
                    && offers.size() < SHOWN && seen.add(each.sha())) {
                String version = version(each);
                // Its run is older still, by as long as it waited to be approved.
                String why = can.whyNot(CiAbility.REDEPLOY).or(() -> can.whyTooOld(each.createdAt(), now)).orElse("");
                offers.add(new DrawerRow.Offer(
                        "deploy-again-" + each.number(),
                        "Deploy " + version + " again",
                        why.isEmpty()
                                ? "deployed " + Durations.ago(each.createdAt(), now) + "; runs its job again"
                                : why,
                        why.isEmpty(),
                        new Intent.Redeploy(
                                repository, environment, each.number(), live.get().number(),
                                new RunId(repository, run), job, version, each.sha(),
                                "deployed again from the board")));
            }
        }
        return List.copyOf(offers);
    }

    static String version(Deployment deployment) {
        String ref = deployment.ref();
        String sha = deployment.sha();
        return SafeText.line(ref.matches("v?\\d+\\.\\d+.*") ? ref : sha.length() > 7 ? sha.substring(0, 7) : sha);
    }
}
