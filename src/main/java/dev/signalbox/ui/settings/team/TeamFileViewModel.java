package dev.signalbox.ui.settings.team;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.Followed;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Where somebody wants the team file to be, and what came of trying it. One thing at a time is asked.
final class TeamFileViewModel {

    private static final String MAIN = "main";

    private final TeamFileDesk desk;
    private final StringProperty repository = new SimpleStringProperty("");
    private final StringProperty branch = new SimpleStringProperty(MAIN);
    private final StringProperty path = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private OwnBoard board;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean busy;

    TeamFileViewModel(TeamFileDesk desk) {
        this.desk = desk;
        board = desk.preset();
        desk.followed().ifPresent(now -> {
            repository.set(now.repository());
            branch.set(now.branch());
            path.set(now.path());
        });
    }

    // Properties

    StringProperty repositoryProperty() {
        return repository;
    }

    StringProperty branchProperty() {
        return branch;
    }

    StringProperty pathProperty() {
        return path;
    }

    StringProperty tokenProperty() {
        return token;
    }

    /// What is done, or came out well; empty for nothing.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// What went wrong; empty for nothing.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What a token is good for at the address that is typed.
    ObservableValue<String> tokenWords() {
        return repository.map(typed -> desk.takesKeys(typed.strip())
                ? "None with ssh, which takes your keys in ~/.ssh"
                : "Empty for " + (desk.hasToken(typed.strip()) ? "the one that there is" : "none"));
    }

    /// What becomes of this machine's own board.
    OwnBoard board() {
        return board;
    }

    // Commands

    void choose(OwnBoard wanted) {
        board = wanted;
    }

    /// Reads it once and tells what is there.
    void attempt() {
        ask("Reading…", wanted -> desk.attempt(wanted, this::tell));
    }

    /// Reads it once and follows it from the next start, which comes at once.
    void follow() {
        if (!busy && token.get().isBlank() && isAsFollowed(wanted())) {
            object("Nothing was changed.");
            return;
        }
        ask("Reading, then starting again…", wanted -> desk.follow(wanted, this::object));
    }

    void stop() {
        if (!busy) {
            begin("Starting again…");
            desk.stop(this::object);
        }
    }

    private void ask(String words, Consumer<Wanted> way) {
        if (busy) {
            return;
        }
        Wanted wanted = wanted();
        String lack = lack(wanted);
        if (lack.isEmpty()) {
            begin(words);
            way.accept(wanted);
        } else {
            object(lack);
        }
    }

    private String lack(Wanted wanted) {
        if (wanted.repository().isEmpty()) {
            return "Type the address of the repository, such as https://git.example.com/acme/board.git.";
        }
        if (wanted.path().isEmpty()) {
            return "Type the path of the file in the repository, such as board.yaml.";
        }
        return !wanted.token().isBlank() && desk.takesKeys(wanted.repository())
                ? "A token is not used with ssh, which takes your keys in ~/.ssh. Leave it empty."
                : "";
    }

    private void begin(String words) {
        busy = true;
        problem.set("");
        answer.set(words);
    }

    private void tell(Attempt came) {
        switch (came) {
            case Attempt.Read(String words) -> {
                busy = false;
                problem.set("");
                answer.set(words);
            }
            case Attempt.Missing(String words) -> {
                busy = false;
                problem.set("");
                answer.set(words);
            }
            case Attempt.Failed(String why) -> object(why);
        }
    }

    private void object(String why) {
        busy = false;
        answer.set("");
        problem.set(why);
    }

    private Wanted wanted() {
        String on = branch.get().strip();
        return new Wanted(
                repository.get().strip(), on.isEmpty() ? MAIN : on, path.get().strip(),
                new HiddenText(token.get().strip()), board);
    }

    private boolean isAsFollowed(Wanted wanted) {
        Optional<Followed> now = desk.followed();
        boolean isLeftOut = board == OwnBoard.LEFT_OUT && desk.ownBoard().isPresent();
        return !isLeftOut && now.isPresent() && now.get().repository().equals(wanted.repository())
                && now.get().branch().equals(wanted.branch()) && now.get().path().equals(wanted.path());
    }
}
