package dev.signalbox.ui.settings.team;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Choice;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which team file is followed, and the fields with which another one is.
public final class TeamFilePage {

    private static final double WIDTH = 300;

    /// Addresses are long, and are compared by eye.
    private static final double WIDE = 620;

    private final TeamFileDesk desk;
    private final InstantSource clock;
    private final TimeOfDay zone;
    private final TeamFileViewModel model;
    private final Runnable edit;

    /// @param edit opens the team file in the editor
    public TeamFilePage(TeamFileDesk desk, InstantSource clock, TimeOfDay zone, Runnable edit) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
        this.edit = edit;
        model = new TeamFileViewModel(desk);
    }

    public SettingsPage page() {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.wide(
                "team-file-now", "What is followed",
                "A board file in a Git repository, which the whole team shares. A new commit counts here within"
                        + " minutes; one that weakens protection waits for a yes.",
                List.of("share", "git", "repository", "commit", "stop"),
                () -> new FollowedView(desk, model, clock, zone, edit)));
        String fixed = desk.fixed();
        if (fixed.isEmpty()) {
            settings.addAll(fields());
        } else {
            settings.add(new Setting(
                    "team-file-where", "Where this stands", fixed, List.of("configuration", "file"),
                    () -> sign(fixed)));
        }
        return new SettingsPage("team-file", "Team file", "fth-git-merge", settings);
    }

    private List<Setting> fields() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.wide(
                "team-file-repository", "Repository",
                "Its address: https://git.example.com/acme/board.git, or git@git.example.com:acme/board.git for ssh.",
                List.of("git", "url", "address", "ssh", "https"),
                () -> field(
                        new TextField(), "team-file-repository-field", "Repository", model.repositoryProperty(),
                        WIDE)));
        all.add(new Setting(
                "team-file-branch", "Branch", "The branch that is followed.", List.of("git", "main"),
                () -> field(new TextField(), "team-file-branch-field", "Branch", model.branchProperty(), WIDTH)));
        all.add(new Setting(
                "team-file-path", "Path", "Where the file lies in the repository, such as board.yaml.",
                List.of("git", "yaml"),
                () -> field(new TextField(), "team-file-path-field", "Path", model.pathProperty(), WIDTH)));
        all.add(new Setting(
                "team-file-token", "Token",
                "For https, where not everybody may read. It is kept in the vault and sent to this host only. With ssh"
                        + " your own keys in ~/.ssh are taken, those without a passphrase.",
                List.of("vault", "password", "ssh", "key"), this::token));
        desk.ownBoard().ifPresent(file -> all.add(new Setting(
                "team-file-own", "This machine's board",
                "What " + TeamFileWords.safe(file.toString(), 200) + " describes replaces what the team's file says of"
                        + " the same names. Left out, it stays where it is, holds until a commit of the team's is in force, and gives"
                        + " way to it then.",
                List.of("board", "override", "local", "own"), this::own)));
        all.add(new Setting(
                "team-file-follow", "Follow it",
                "The file is read once; if that goes well, the console starts again and follows it.",
                List.of("test", "save", "apply", "connect"), this::buttons));
        return all;
    }

    private Region own() {
        Choice<OwnBoard> choice = new Choice<>(
                "team-file-own-choice", "This machine's board", List.of(OwnBoard.values()),
                wanted -> switch (wanted) {
                    case ON_TOP -> "Lies on top";
                    case LEFT_OUT -> "Is left out";
                });
        choice.choose(model.board());
        choice.chosenProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return choice;
    }

    private static <T extends TextField> T field(
            T field, String id, String spoken, StringProperty text, double width) {
        field.setId(id);
        field.setAccessibleText(spoken);
        field.setPrefWidth(width);
        field.setMaxWidth(width);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Region token() {
        PasswordField field =
                field(new PasswordField(), "team-file-token-field", "Token", model.tokenProperty(), WIDTH);
        Label words = Texts.wrapped("", "sb-sub");
        words.setId("team-file-token-words");
        words.setMaxWidth(WIDTH);
        words.textProperty().bind(model.tokenWords());
        return new VBox(4, field, words);
    }

    private Region buttons() {
        FlowPane both = new FlowPane(
                8, 8,
                Buttons.of("team-file-try", "Try it", model::attempt),
                Buttons.of("team-file-go", "Follow and start again", model::follow, "primary"));
        both.setPrefWrapLength(WIDTH);
        Label told = Texts.wrapped("", "sb-sub");
        told.setId("team-file-told");
        told.setMaxWidth(WIDTH);
        model.answerProperty().subscribe(words -> {
            told.setText(words);
            Present.when(told, !words.isEmpty());
        });
        ProblemLine problem = new ProblemLine("team-file-problem");
        model.problemProperty().subscribe(words -> problem.show(words, Mark.BAD));
        VBox all = new VBox(6, both, told, problem);
        all.setMaxWidth(WIDTH + 20);
        return all;
    }

    /// Reached by Tab, so that the sentence is heard.
    private static Region sign(String fixed) {
        Label sign = Texts.sub("Not changed here");
        sign.setFocusTraversable(true);
        sign.setAccessibleText("Not changed here. " + fixed);
        return sign;
    }
}
