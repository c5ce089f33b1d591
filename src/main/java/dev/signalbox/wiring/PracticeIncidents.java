package dev.signalbox.wiring;

import dev.signalbox.practice.story.PracticeTeam;
import dev.signalbox.ui.shell.Incident;
import dev.signalbox.ui.shell.Incidents;
import java.util.List;
import java.util.concurrent.Executor;

/// The practice team's incidents, for the banner's menu.
///
/// @param ended reads everything again: what an incident kept from being read is there at once
record PracticeIncidents(PracticeTeam team, Executor workers, Runnable ended) implements Incidents {

    @Override
    public List<Incident> all() {
        return team.incidents().stream()
                .map(i -> new Incident(i.name(), i.title(), i.sentence(), i.active()))
                .toList();
    }

    @Override
    public void start(String id) {
        workers.execute(() -> team.startIncident(id));
    }

    @Override
    public void end(String id) {
        workers.execute(() -> {
            team.endIncident(id);
            ended.run();
        });
    }
}
