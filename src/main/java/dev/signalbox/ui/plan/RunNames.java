package dev.signalbox.ui.plan;

import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.ConsoleState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people call a run: the number that the provider shows, which is not the one that it is asked for by.
record RunNames(ConsoleState state) {

    /// `checkout #977`, or `a run of checkout` while its number is not known.
    String briefly(RunId run) {
        String repository = run.repository().name();
        return number(run).map(n -> repository + " #" + n)
                .orElseGet(() -> "a " + words(run).run() + " of " + repository);
    }

    /// `run #977 of acme/checkout`, or `the run of acme/checkout`.
    String fully(RunId run) {
        String repository = run.repository().fullName();
        String word = words(run).run();
        return number(run).map(n -> word + " #" + n + " of " + repository)
                .orElseGet(() -> "the " + word + " of " + repository);
    }

    /// In what words the provider of a run speaks.
    CiWords words(RunId run) {
        return words(run.repository());
    }

    CiWords words(RepositoryId repository) {
        return state.words(repository.connection());
    }

    private Optional<Long> number(RunId id) {
        return Stream.concat(
                Stream.ofNullable(state.run(id).run().value()),
                state.repository(id.repository()).runs().or(List.of()).stream())
                .filter(run -> run.id().equals(id))
                .map(Run::number)
                .findFirst();
    }
}
