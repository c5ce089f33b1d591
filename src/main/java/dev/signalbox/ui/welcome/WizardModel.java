package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.TokenSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where somebody is on the way, and what was chosen until then. Nothing of it is kept anywhere until the last step.
final class WizardModel {

    private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable TokenSheet> sheet = new ReadOnlyObjectWrapper<>(null);
    private final List<Chosen.Account> accounts = new ArrayList<>();
    private final List<TokenSheet> sheets = new ArrayList<>();
    private final Step first;
    private final List<ConnectionId> there;
    private List<Chosen.Cluster> clusters = List.of();
    private List<Chosen.Cluster> leftOut = List.of();
    private Chosen.@Nullable Account current;
    private BoardProposal accepted = new BoardProposal(List.of(), List.of());

    /// @param first where the way begins
    /// @param there names that connections have already
    WizardModel(Step first, List<ConnectionId> there) {
        this.first = first;
        this.there = List.copyOf(there);
    }

    /// Where somebody is; absent before the first step.
    ReadOnlyObjectProperty<@Nullable Step> step() {
        return step.getReadOnlyProperty();
    }

    /// What the token of the account that is being added may do.
    ReadOnlyObjectProperty<@Nullable TokenSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /// What was chosen, the account that is being added last.
    Chosen chosen() {
        return new Chosen(accounts(), clusters);
    }

    private List<Chosen.Account> accounts() {
        return current == null ? accounts : Stream.concat(accounts.stream(), Stream.of(current)).toList();
    }

    /// Names that are taken by connections which stay.
    List<ConnectionId> taken() {
        return Stream.concat(there.stream(), accounts.stream().map(Chosen.Account::id)).toList();
    }

    /// The account that is being added.
    Chosen.Account current() {
        return Objects.requireNonNull(current);
    }

    void begin() {
        step.set(first);
    }

    /// The server accepted a token.
    void signedIn(Chosen.Account account, TokenSheet told) {
        current = account;
        sheet.set(told);
        step.set(Step.ABILITIES);
    }

    /// Repositories of the account that is being added.
    void choose(List<RepositoryId> repositories) {
        current = current().with(repositories);
    }

    /// All were chosen: those that come later are meant too.
    void chooseEverything(List<RepositoryId> repositories) {
        current = current().with(repositories).ofEverything();
    }

    /// Keeps the account that is being added and begins with one more.
    void another() {
        accounts.add(current());
        sheets.add(Objects.requireNonNull(sheet.get()));
        current = null;
        sheet.set(null);
        step.set(Step.ACCOUNT);
    }

    void connect(List<Chosen.Cluster> chosen) {
        clusters = List.copyOf(chosen);
        leftOut = List.of();
    }

    /// Does not connect a cluster after all.
    void leaveOut(Chosen.Cluster cluster) {
        clusters = clusters.stream().filter(c -> !c.equals(cluster)).toList();
        leftOut = Stream.concat(leftOut.stream(), Stream.of(cluster)).toList();
    }

    /// Clusters that were chosen and left out since.
    List<Chosen.Cluster> leftOut() {
        return leftOut;
    }

    /// The board as somebody left it.
    void accept(BoardProposal board) {
        accepted = board;
    }

    BoardProposal accepted() {
        return accepted;
    }

    void next() {
        Step at = Objects.requireNonNull(step.get());
        step.set(Step.values()[Math.min(at.ordinal() + 1, Step.values().length - 1)]);
    }

    /// Goes back by one; before the first step to where everything begins, or, with accounts kept already, to the last of
    /// them, and the one that was begun after it is dropped.
    void back() {
        Step at = Objects.requireNonNull(step.get());
        if (at == Step.ACCOUNT && !accounts.isEmpty()) {
            current = accounts.removeLast();
            sheet.set(sheets.removeLast());
            step.set(Step.REPOSITORIES);
        } else {
            step.set(at == first ? null : Step.values()[at.ordinal() - 1]);
        }
    }

    /// Whether somebody may go to a step by the trail: back only.
    boolean isBehind(Step other) {
        Step at = step.get();
        return at != null && other.ordinal() < at.ordinal() && other.ordinal() >= first.ordinal()
                && (other != Step.ABILITIES || sheet.get() != null);
    }

    void go(Step earlier) {
        if (isBehind(earlier)) {
            step.set(earlier);
        }
    }
}
