package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the palette can lead to on the board: services that nobody described, a way back wherever there is one, and
/// environments that can be stopped.
record BoardEntries(Proposals proposals, Navigation navigation) {

    List<PaletteEntry> of(BoardSpec board, ConsoleState state, Instant now) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (ServiceSpec service : board.services()) {
            if (service.discovered()) {
                entries.add(new PaletteEntry(
                        PaletteEntry.Kind.SERVICE, service.name(), "found in " + service.group(),
                        () -> navigation.go(new Place.AtService(service.name()))));
            }
            addStops(entries, service, state, now);
            for (EnvironmentSpec environment : board.environments()) {
                service.targets().stream()
                        .filter(t -> t.environment().equals(environment.name()))
                        .findFirst()
                        .ifPresent(t -> addWayBack(entries, service, t, state, now));
            }
        }
        return entries;
    }

    private void addStops(List<PaletteEntry> entries, ServiceSpec service, ConsoleState state, Instant now) {
        if (service.repository() == null) {
            return;
        }
        for (DrawerRow.EnvironmentRow row : OtherEnvironments.all(service.repository(), state, now)) {
            if (row.stop().enabled()) {
                entries.add(new PaletteEntry(
                        PaletteEntry.Kind.ACTION, row.stop().words() + " of " + service.name(), row.words(),
                        () -> proposals.propose(row.stop().intent())));
            }
        }
    }

    private void addWayBack(
            List<PaletteEntry> entries, ServiceSpec service, TargetSpec target, ConsoleState state, Instant now) {
        Workload workload = state.workload(target.workload()).value();
        if (workload == null) {
            return;
        }
        WayBack way = WayBack.of(service, workload, state, now);
        way.offer().or(way::unproven).filter(DrawerRow.Offer::enabled).ifPresent(offer -> entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION,
                "Roll back " + service.name() + " in " + target.workload().namespace(),
                way.wordsOf(offer),
                () -> proposals.propose(offer.intent()))));
    }
}
