package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.TypedWords;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the palette can lead to on the board: services that nobody described, a way back wherever there is one,
/// environments that can be stopped; and, for what somebody typed, whatever else can be done to services. All that is
/// done begins on the sheet, or in the form in which a run is started.
///
/// @param trigger asks what to start in a repository
record BoardEntries(Proposals proposals, Navigation navigation, Consumer<RepositoryId> trigger) {

    /// Enough to fill the palette, few enough to be made at every letter.
    private static final int SERVICES = 30;

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
                        .forEach(t -> addWayBack(entries, service, t, state, now));
            }
        }
        return entries;
    }

    List<PaletteEntry> acts(TypedWords typed, BoardSpec board, ConsoleState state) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (ServiceSpec service : typed.meant(board.services(), ServiceSpec::name, SERVICES)) {
            addTrigger(entries, service, state);
            for (EnvironmentSpec environment : board.environments()) {
                service.targets().stream()
                        .filter(t -> t.environment().equals(environment.name()))
                        .forEach(t -> addOffers(entries, service, t, state));
            }
        }
        return entries;
    }

    private void addTrigger(List<PaletteEntry> entries, ServiceSpec service, ConsoleState state) {
        RepositoryId repository = service.repository();
        if (repository != null && state.journalProblem().isEmpty()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.ACTION,
                    "Trigger a " + state.words(repository.connection()).asking() + " of " + service.name() + "…",
                    SafeText.line(repository.fullName(), 120),
                    () -> trigger.accept(repository)));
        }
    }

    private void addOffers(
            List<PaletteEntry> entries, ServiceSpec service, TargetSpec target, ConsoleState state) {
        Workload workload = state.workload(target.workload()).value();
        if (workload == null) {
            return;
        }
        for (DrawerRow.Offer offer : WorkloadOffers.of(workload, state)) {
            if (offer.enabled()) {
                entries.add(new PaletteEntry(
                        PaletteEntry.Kind.ACTION,
                        offer.words() + joint(offer.intent()) + service.name() + " in " + place(service, target),
                        offer.explanation(),
                        () -> proposals.propose(offer.intent())));
            }
        }
    }

    /// The environment, and which of its targets where it has several.
    private static String place(ServiceSpec service, TargetSpec target) {
        boolean several =
                service.targets().stream().filter(t -> t.environment().equals(target.environment())).count() > 1;
        return several
                ? target.environment() + " (" + target.workload().cluster().name() + ", "
                        + target.workload().namespace() + ")"
                : target.environment();
    }

    private static String joint(Intent intent) {
        return intent instanceof Intent.ScaleWorkload scale ? scale.to() > scale.from() ? " to " : " from " : " ";
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
                "Roll back " + service.name() + " in " + place(service, target),
                way.wordsOf(offer),
                () -> proposals.propose(offer.intent()))));
    }
}
