package dev.signalbox.ui.welcome;

import dev.signalbox.domain.board.EnvironmentNames;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The fifth step: the board that is proposed, row by row.
final class ProposalViewModel {

    private final SetupDesk desk;
    private final Asking asking;
    private final WizardModel wizard;
    private final ReadOnlyObjectWrapper<List<ServiceDraft>> drafts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SetupDesk.UnreadCluster>> unread = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private BoardProposal proposal = new BoardProposal(List.of(), List.of());
    private @Nullable Chosen read;

    ProposalViewModel(SetupDesk desk, Asking asking, WizardModel wizard) {
        this.desk = desk;
        this.asking = asking;
        this.wizard = wizard;
    }

    ReadOnlyObjectProperty<List<ServiceDraft>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    /// Chosen clusters of which nothing is proposed.
    ReadOnlyObjectProperty<List<SetupDesk.UnreadCluster>> unread() {
        return unread.getReadOnlyProperty();
    }

    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    Asking asking() {
        return asking;
    }

    /// Reads what runs where, unless it was read for the same choice.
    void begin() {
        Chosen chosen = wizard.chosen();
        if (chosen.equals(read)) {
            return;
        }
        show(List.of());
        unread.set(List.of());
        proposal = new BoardProposal(List.of(), List.of());
        read(chosen);
    }

    /// Reads again what could not be read. What was changed in rows that stay as they are is kept.
    void again() {
        read(wizard.chosen());
    }

    /// Does not connect a cluster that could not be read; nothing on the board is of it.
    void leaveOut(SetupDesk.UnreadCluster cluster) {
        boolean whole = wizard.chosen().equals(read);
        wizard.leaveOut(cluster.cluster());
        unread.set(unread.get().stream().filter(u -> !u.equals(cluster)).toList());
        if (whole) {
            read = wizard.chosen();
        } else {
            read(wizard.chosen());
        }
    }

    private void read(Chosen chosen) {
        // What is begun and given up was not read, whatever was before.
        read = null;
        asking.ask("Reading what runs in the clusters…", way -> desk.propose(chosen), told -> {
            read = chosen;
            List<ServiceDraft> fresh = drafts(told.board());
            proposal = told.board();
            unread.set(told.unread());
            show(fresh);
        });
    }

    /// As the rows are first shown; those that were there before as somebody left them.
    private List<ServiceDraft> drafts(BoardProposal told) {
        // What nothing was matched to is left to its person: most repositories are libraries.
        boolean matched = told.services().stream().anyMatch(s -> s.certainty() != ProposedService.Certainty.ALONE);
        return told.services().stream()
                .map(s -> {
                    int before = proposal.services().indexOf(s);
                    return before >= 0
                            ? drafts.get().get(before)
                            : new ServiceDraft(s, !matched || s.certainty() != ProposedService.Certainty.ALONE
                                    || !s.service().targets().isEmpty());
                })
                .toList();
    }

    void accept(int at, boolean now) {
        change(at, draft -> draft.accept(now));
    }

    void acceptAll(boolean now) {
        show(drafts.get().stream().map(draft -> draft.accept(now)).toList());
    }

    void rename(int at, String name, String group) {
        change(at, draft -> draft.rename(name.strip(), group.strip()));
    }

    void move(int at, int target, String environment) {
        change(at, draft -> draft.move(target, environment.strip()));
    }

    /// Takes the board; one that was not read yet is none to take.
    void forward() {
        if (asking.isBusy()) {
            return;
        }
        if (!wizard.chosen().equals(read)) {
            begin();
            return;
        }
        String wrong = wrong();
        if (!wrong.isEmpty()) {
            asking.object(wrong);
            return;
        }
        asking.cancel();
        wizard.accept(accepted());
        wizard.next();
    }

    /// The board that is left, with the environments that it uses. What is proposed as production stays so; anything becomes
    /// so by its name or by its cluster.
    BoardProposal accepted() {
        List<ProposedService> services = drafts.get().stream()
                .filter(ServiceDraft::accepted).map(ServiceDraft::proposed).toList();
        Set<String> used = services.stream().flatMap(s -> s.service().targets().stream())
                .map(TargetSpec::environment).collect(Collectors.toSet());
        List<EnvironmentSpec> environments = new ArrayList<>(proposal.environments().stream()
                .filter(e -> used.contains(e.name()))
                .map(e -> new EnvironmentSpec(e.name(), e.production() || isProduction(e.name())))
                .toList());
        used.stream().filter(name -> environments.stream().noneMatch(e -> e.name().equals(name))).sorted()
                .forEach(name -> environments.add(new EnvironmentSpec(name, isProduction(name))));
        return new BoardProposal(services, environments);
    }

    /// Once it is kept, nobody asks its name any more.
    private boolean isProduction(String environment) {
        return EnvironmentNames.looksLikeProduction(environment) || isInProduction(environment);
    }

    private boolean isInProduction(String environment) {
        Set<Object> production = wizard.chosen().clusters().stream()
                .filter(c -> c.mark().isProduction()).map(Chosen.Cluster::id).collect(Collectors.toSet());
        return drafts.get().stream().flatMap(d -> d.service().targets().stream())
                .anyMatch(t -> t.environment().equals(environment) && production.contains(t.workload().cluster()));
    }

    private String wrong() {
        Set<String> names = new HashSet<>();
        for (ServiceDraft draft : drafts.get()) {
            if (!draft.accepted()) {
                continue;
            }
            String name = draft.service().name();
            if (name.isEmpty()) {
                return "Every service needs a name.";
            }
            if (!names.add(name)) {
                return "Two services are called “" + SafeText.line(name, 60) + "”. Rename one, or drop it.";
            }
            if (draft.service().group().isEmpty()) {
                return "Name the group of " + SafeText.line(name, 60) + ".";
            }
            if (draft.service().targets().stream().anyMatch(t -> t.environment().isEmpty())) {
                return "Name the environment of " + SafeText.line(name, 60) + ".";
            }
        }
        return "";
    }

    private void change(int at, UnaryOperator<ServiceDraft> change) {
        List<ServiceDraft> all = new ArrayList<>(drafts.get());
        all.set(at, change.apply(all.get(at)));
        show(all);
    }

    private void show(List<ServiceDraft> all) {
        drafts.set(List.copyOf(all));
        long accepted = all.stream().filter(ServiceDraft::accepted).count();
        count.set(accepted + " of " + (all.size() == 1 ? "1 proposed service" : all.size() + " proposed services")
                + " accepted");
    }
}
