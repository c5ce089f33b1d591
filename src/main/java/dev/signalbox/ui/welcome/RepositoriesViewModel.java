package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The third step: which repositories are wanted.
final class RepositoriesViewModel {

    private final SetupDesk desk;
    private final Asking asking;
    private final WizardModel wizard;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<RepositoryLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Set<RepositoryId> chosen = new LinkedHashSet<>();
    private List<RepositoryChoice> all = List.of();
    /// The account whose whole list is there; absent while it is not.
    private Chosen.@Nullable Account read;

    RepositoriesViewModel(SetupDesk desk, Asking asking, WizardModel wizard) {
        this.desk = desk;
        this.asking = asking;
        this.wizard = wizard;
        search.addListener((property, before, now) -> refresh());
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<List<RepositoryLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    Asking asking() {
        return asking;
    }

    /// Reads what the account can reach, unless that was read before.
    void begin() {
        Chosen.Account account = wizard.current();
        if (account.with(List.of()).equals(read)) {
            return;
        }
        read = null;
        all = List.of();
        chosen.clear();
        chosen.addAll(account.repositories());
        search.set("");
        refresh();
        asking.ask("Reading the repositories…",
                way -> desk.repositories(
                        account, soFar -> tell(way, soFar, "Reading the repositories: " + soFar.size())),
                complete -> {
                    take(complete);
                    read = account.with(List.of());
                    if (all.isEmpty()) {
                        asking.object("This account can reach no repository. Go back and give another token.");
                    }
                });
    }

    private boolean tell(Consumer<Runnable> way, List<RepositoryChoice> known, String words) {
        way.accept(() -> {
            take(known);
            asking.tell(words + "…");
        });
        return !Thread.currentThread().isInterrupted();
    }

    private void take(List<RepositoryChoice> newest) {
        all = newest;
        refresh();
    }

    void toggle(RepositoryId id) {
        if (!chosen.remove(id)) {
            chosen.add(id);
        }
        refresh();
    }

    /// Chooses all that the search finds, but for archived ones.
    void chooseFound() {
        RepositoryLines.found(all, search.get()).stream()
                .filter(choice -> !choice.archived()).map(RepositoryChoice::id).forEach(chosen::add);
        refresh();
    }

    void chooseNone() {
        chosen.clear();
        refresh();
    }

    /// Chooses those from which something was deployed; asks where that is not known yet.
    void chooseDeployed() {
        Chosen.Account account = wizard.current();
        List<RepositoryChoice> before = all;
        if (asking.isBusy() || before.isEmpty()) {
            return;
        }
        asking.ask("Asking which of them have deployments…",
                way -> desk.withDeployments(
                        account, before,
                        soFar -> tell(
                                way, before,
                                "Asking which of them have deployments: " + soFar.size() + " of " + before.size())),
                told -> {
                    all = told;
                    told.stream().filter(c -> c.hasDeployments() == Told.YES && !c.archived())
                            .map(RepositoryChoice::id).forEach(chosen::add);
                    refresh();
                    if (chosen.isEmpty()) {
                        asking.object("None of them is known to have deployments. Choose by hand.");
                    }
                });
    }

    /// Keeps the choice and adds one more account.
    void another() {
        if (keep()) {
            read = null;
            wizard.another();
        }
    }

    void forward() {
        if (keep()) {
            wizard.next();
        }
    }

    private boolean keep() {
        if (chosen.isEmpty()) {
            asking.object("Choose at least one repository.");
            return false;
        }
        asking.cancel();
        if (isEverything(wizard.current())) {
            wizard.chooseEverything(List.copyOf(chosen));
        } else {
            wizard.choose(List.copyOf(chosen));
        }
        return true;
    }

    /// Whether all are chosen. A list that is not there as a whole tells nothing about that: then it stays as it was,
    /// unless the choice is another one.
    private boolean isEverything(Chosen.Account account) {
        if (!account.with(List.of()).equals(read)) {
            return account.extent() == Chosen.Account.Extent.EVERYTHING
                    && chosen.equals(Set.copyOf(account.repositories()));
        }
        List<RepositoryId> inUse =
                all.stream().filter(choice -> !choice.archived()).map(RepositoryChoice::id).toList();
        return !inUse.isEmpty() && chosen.containsAll(inUse);
    }

    private void refresh() {
        List<RepositoryLine> shown = RepositoryLines.of(all, search.get(), chosen);
        lines.set(shown);
        count.set(RepositoryLines.count(all, shown.size(), chosen.size()));
    }
}
