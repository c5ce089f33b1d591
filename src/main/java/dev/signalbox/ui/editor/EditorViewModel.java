package dev.signalbox.ui.editor;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.editor.BoardTexts.Way;
import dev.signalbox.ui.editor.EditorRows.Findings;
import dev.signalbox.ui.plan.OpenedRequest;
import dev.signalbox.ui.plan.Proposals;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The editor: one file at a time, read and checked beside the screen's thread. What was typed stays when the editor is
/// closed, until somebody begins anew.
final class EditorViewModel {

    private final Proposals proposals;
    private final Consumer<URI> openPage;
    private final Executor workers;
    private final Executor screen;
    private @Nullable BoardTexts file;
    private @Nullable Opened opened;
    private @Nullable Findings found;
    private String said = "";
    private boolean checking;
    private int reading;
    private @Nullable TeamProposal last;
    private Instant now = Instant.EPOCH;

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<EditorCard> card = new ReadOnlyObjectWrapper<>(EditorCard.reading("the board"));
    private final ReadOnlyObjectWrapper<@Nullable RequestLink> request = new ReadOnlyObjectWrapper<>(null);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");

    /// @param workers may be kept waiting
    /// @param screen runs on the screen's thread
    EditorViewModel(Proposals proposals, Consumer<URI> openPage, Executor workers, Executor screen) {
        this.proposals = proposals;
        this.openPage = openPage;
        this.workers = workers;
        this.screen = screen;
        text.subscribe(typed -> {
            said = "";
            check();
        });
        title.subscribe(typed -> refresh());
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EditorCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// The request that the latest proposal from here has opened.
    ReadOnlyObjectProperty<@Nullable RequestLink> requestProperty() {
        return request.getReadOnlyProperty();
    }

    StringProperty textProperty() {
        return text;
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty descriptionProperty() {
        return description;
    }

    // Commands

    /// Opens a file, or the same again with what was typed.
    void open(BoardTexts wanted) {
        boolean same = wanted.equals(file);
        boolean kept = same && opened != null && !text.get().equals(opened.text());
        open.set(true);
        if (!kept) {
            file = wanted;
            begin(true);
        }
    }

    /// Reads the file again and forgets what was typed.
    void beginAnew() {
        begin(true);
    }

    /// Reads the file again and compares what was typed with that.
    void compareAnew() {
        begin(false);
    }

    /// Takes the newest state.
    void show(ConsoleState state, Instant time) {
        now = time;
        TeamProposal proposed = last;
        if (proposed != null) {
            request.set(state.actions().values().stream()
                    .filter(action -> action.plan().intent() instanceof Intent.ProposeTeamFile i
                            && i.proposal().equals(proposed))
                    .max(Comparator.comparing(ActionRecord::confirmedAt))
                    .map(action -> link(action, state))
                    .orElse(null));
        }
    }

    /// Proposes or saves what was typed.
    void press() {
        Opened from = opened;
        BoardTexts in = file;
        if (from == null || in == null || !card.get().pressable()) {
            return;
        }
        switch (from.way()) {
            case Way.Propose(var place, String head) -> {
                TeamProposal proposal = proposal(head);
                last = proposal;
                proposals.propose(new Intent.ProposeTeamFile(
                        place, proposal, Objects.requireNonNull(found).weakened()));
            }
            case Way.Save() -> save(in, from);
            case Way.Look() -> {
                // The button is not there.
            }
        }
    }

    /// Shows the request on its provider's pages.
    void openRequest() {
        RequestLink there = request.get();
        if (there != null) {
            openPage.accept(there.page());
        }
    }

    void dismiss() {
        open.set(false);
    }

    /// The same wish keeps its time, so that it makes the same commit however often it is prepared.
    private TeamProposal proposal(String head) {
        TeamProposal before = last;
        TeamProposal fresh =
                new TeamProposal(head, ended(text.get()), title.get().strip(), description.get().strip(), now);
        return before != null && before.equals(new TeamProposal(
                head, fresh.text(), fresh.title(), fresh.description(), before.at())) ? before : fresh;
    }

    private static String ended(String typed) {
        return typed.endsWith("\n") ? typed : typed + "\n";
    }

    private void save(BoardTexts in, Opened from) {
        String wanted = ended(text.get());
        workers.execute(() -> {
            String problem = in.save(from.base(), wanted);
            screen.execute(() -> {
                if (in.equals(file)) {
                    if (problem.isEmpty()) {
                        opened = new Opened(from.where(), wanted, wanted, "", from.way());
                        text.set(wanted);
                    }
                    said = problem.isEmpty() ? "Saved. The version before lies beside it." : problem;
                    refresh();
                }
            });
        });
    }

    private void begin(boolean anew) {
        BoardTexts from = Objects.requireNonNull(file);
        int mine = ++reading;
        if (anew) {
            opened = null;
            found = null;
            card.set(EditorCard.reading(from.name()));
        }
        workers.execute(() -> {
            Opened read = from.open();
            screen.execute(() -> {
                if (mine == reading) {
                    began(read, anew);
                }
            });
        });
    }

    private void began(Opened read, boolean anew) {
        opened = read;
        said = "";
        if (anew) {
            found = null;
            title.set("");
            description.set("");
            text.set(read.text());
        }
        check();
    }

    /// One check at a time; what was typed meanwhile is checked next.
    private void check() {
        refresh();
        BoardTexts by = file;
        if (checking || by == null || opened == null) {
            return;
        }
        checking = true;
        String typed = text.get();
        String base = opened.base();
        workers.execute(() -> {
            Findings seen = Findings.of(base, typed, by.check(typed));
            screen.execute(() -> checked(by, base, seen));
        });
    }

    private void checked(BoardTexts by, String base, Findings seen) {
        checking = false;
        Opened from = opened;
        if (!by.equals(file) || from == null) {
            return;
        }
        boolean same = base.equals(from.base());
        if (same) {
            found = seen;
        }
        if (same && seen.text().equals(text.get())) {
            refresh();
        } else {
            check();
        }
    }

    private void refresh() {
        Opened from = opened;
        BoardTexts by = file;
        if (from != null && by != null) {
            card.set(EditorRows.of(by.name(), from, text.get(), title.get(), found, said));
        }
    }

    private static @Nullable RequestLink link(ActionRecord action, ConsoleState state) {
        OpenedRequest opened = OpenedRequest.of(action, state);
        return opened == null || opened.page() == null ? null : new RequestLink(opened.press(), opened.page());
    }
}
