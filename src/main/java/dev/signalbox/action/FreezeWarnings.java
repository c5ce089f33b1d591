package dev.signalbox.action;

import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says that an environment is frozen. A warning, not a refusal: providers themselves do not refuse, and whoever ends an
/// incident may have to deploy. A list of freezes that cannot be read stops nothing, but is said.
final class FreezeWarnings {

    private FreezeWarnings() {}

    static List<String> of(CiProvider ci, RepositoryId repository, List<String> environments) {
        List<Freeze> freezes;
        try {
            freezes = ci.freezes().of(repository);
        } catch (RemoteFailure e) {
            return List.of("Whether there is a freeze could not be read: " + Words.of(e.problem()));
        }
        Instant now = ci.serverTime().get();
        return environments.stream()
                .distinct()
                .flatMap(name -> FreezeWindow.inForce(freezes, name, now)
                        .map(window -> words(name, window, now))
                        .or(() -> unreadable(freezes, name, now))
                        .stream())
                .toList();
    }

    /// A freeze whose times cannot be understood may be in force.
    private static Optional<String> unreadable(List<Freeze> freezes, String environment, Instant now) {
        return FreezeWindow.unreadable(freezes, environment, now)
                .map(freeze -> "Whether " + Words.name(environment) + " is frozen is not known: “"
                        + Words.name(freeze.start()) + "” to “" + Words.name(freeze.end()) + "”"
                        + (freeze.zone().isEmpty() ? "" : " in " + Words.name(freeze.zone()))
                        + " is not understood.");
    }

    private static String words(String environment, FreezeWindow window, Instant now) {
        return Words.name(environment) + " is frozen"
                + (window.until() == null
                        ? "."
                        : " for another " + Words.length(Duration.between(now, window.until())) + ".");
    }
}
