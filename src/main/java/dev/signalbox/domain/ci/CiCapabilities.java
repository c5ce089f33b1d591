package dev.signalbox.domain.ci;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the CI provider of one connection can do. May change while the console runs: a server is asked for its version,
/// or turns out to lack something.
///
/// @param missing what it cannot do, each with a sentence that says why and what to do instead
/// @param attempts whether running a run again makes another attempt of it; otherwise the same run goes on
/// @param startedByHand events of runs that people start with a request, such as `workflow_dispatch`
public record CiCapabilities(Map<CiAbility, String> missing, boolean attempts, Set<String> startedByHand) {

    /// Nothing is known to be missing.
    public static final CiCapabilities ALL = new CiCapabilities(Map.of(), true, Set.of());

    /// Why it cannot do this; empty when it can.
    public Optional<String> whyNot(CiAbility ability) {
        return Optional.ofNullable(missing.get(ability));
    }
}
