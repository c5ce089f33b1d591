package dev.signalbox.monitor;

import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TeamDecisions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decisions in memory, which can be told to fail.
public final class FakeTeamDecisions implements TeamDecisions {

    final List<TeamDecision> kept = new ArrayList<>();
    final Set<TeamPlace> released = new HashSet<>();
    boolean broken;

    @Override
    public void keep(TeamDecision decision) throws JournalFailure {
        refuse();
        kept.addFirst(decision);
        released.remove(decision.place());
    }

    @Override
    public void release(TeamPlace place) throws JournalFailure {
        refuse();
        released.add(place);
    }

    @Override
    public Optional<TeamDecision> inForce(TeamPlace place) throws JournalFailure {
        refuse();
        return kept.stream().filter(d -> d.place().equals(place) && d.verdict().isInForce()).findFirst()
                .filter(d -> !released.contains(place));
    }

    @Override
    public List<TeamDecision> recent(int atMost) throws JournalFailure {
        refuse();
        return kept.stream().limit(atMost).toList();
    }

    private void refuse() throws JournalFailure {
        if (broken) {
            throw new JournalFailure("The disk is full.");
        }
    }
}
