package dev.signalbox.ui.settings.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeamFilePageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:02:20Z");
    private static final TeamPlace PLACE =
            new TeamPlace("https://git.example.com/acme/board.git", "main", "board.yaml");

    private final FakeTeamFileDesk desk = new FakeTeamFileDesk();
    private int edited;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void showsWhatIsFollowedAndWhenItWasRead() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        desk.standing = TeamStanding.at(PLACE).inForce(
                new TeamDecision(
                        PLACE, new TeamCommit("9bd00b7aaaa", "Ann", NOW.minusSeconds(3_600), "Add\u202e it"),
                        TeamDecision.Verdict.ADOPTED, "kim", NOW, List.of(), ""),
                NOW.minusSeconds(20));
        assertThat(label(made(), "team-file-words").getText()).isEqualTo("""
                board.yaml on main of https://git.example.com/acme/board.git.
                Its token lies in the vault.
                In force: commit 9bd00b7 by Ann of 13:02:20, “Add‹U+202E› it”.
                Read 14:02:00.""");
    }

    @Test
    void saysThatNothingIsFollowedAndOffersNoStop() {
        VBox page = made();
        assertThat(label(page, "team-file-words").getText()).startsWith("No team file is followed");
        assertThat(page.lookup("#team-file-stop")).isNull();
    }

    @Test
    void tellsTheProblemBesideWhatIsInForce() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        desk.standing = TeamStanding.at(PLACE).troubled(new RemoteProblem.Unauthorized("It wants a token."), null);
        assertThat(find(made(), "team-file-standing").getAccessibleText()).isEqualTo("It wants a token.");
    }

    @Test
    void followsWhatIsTyped() {
        VBox page = made();
        Fx.act(() -> {
            field(page, "team-file-repository-field").setText("https://git.example.com/acme/board.git");
            field(page, "team-file-path-field").setText("board.yaml");
            button(page, "team-file-try").fire();
        });
        assertThat(label(page, "team-file-told").getText()).isEqualTo("It is there.");
        desk.refusal = "It could not be written.";
        Fx.act(() -> button(page, "team-file-go").fire());
        assertThat(desk.kept).singleElement().satisfies(one -> assertThat(one.branch()).isEqualTo("main"));
        assertThat(find(page, "team-file-problem").getAccessibleText()).isEqualTo("It could not be written.");
        assertThat(label(page, "team-file-told").isVisible()).isFalse();
    }

    @Test
    void whereTheTeamHasNoFileYetThisMachinesBoardCanBeProposed() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        desk.standsIn = true;
        desk.standing = TeamStanding.at(PLACE).awaiting(
                new RemoteProblem.NotFound("The branch main has no file board.yaml."), null);
        VBox page = made();
        assertThat(label(page, "team-file-words").getText())
                .contains("No commit of it is in force yet. Until one is, this machine's board holds.");
        Fx.act(() -> button(page, "team-file-begin").fire());
        assertThat(edited).isOne();
    }

    @Test
    void whereThereIsSomethingAlreadyNothingIsToBegin() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        desk.standsIn = true;
        desk.standing = TeamStanding.at(PLACE).troubled(new RemoteProblem.NotFound("No branch."), null);
        assertThat(button(made(), "team-file-begin").isVisible()).as("nothing could be proposed").isFalse();
        desk.standing = TeamStanding.at(PLACE);
        assertThat(button(made(), "team-file-begin").isVisible()).as("not read yet").isFalse();
        desk.fixed = "Practice reads nothing of yours.";
        desk.standing = TeamStanding.at(PLACE).awaiting(new RemoteProblem.NotFound("No file."), null);
        assertThat(button(made(), "team-file-begin").isVisible()).as("not changed here").isFalse();
    }

    @Test
    void asksBeforeItStopsAndSaysWhatThatMeans() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        VBox page = made();
        Fx.act(() -> button(page, "team-file-stop").fire());
        assertThat(desk.stopped).isZero();
        assertThat(button(page, "team-file-confirm-go").getAccessibleHelp())
                .isEqualTo("Stop following the team file? Its token goes.");
        Fx.act(() -> button(page, "team-file-confirm-go").fire());
        assertThat(desk.stopped).isEqualTo(1);
    }

    @Test
    void whereNothingCanBeChangedNothingIsOffered() {
        desk.fixed = "Practice reads nothing of yours.";
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        SettingsPage page = page();
        assertThat(page.settings()).extracting(Setting::title).containsExactly("What is followed", "Where this stands");
        assertThat(made().lookup("#team-file-stop")).isNull();
    }

    @Test
    void watchesForAsLongAsItIsInSight() {
        VBox page = made();
        Scene scene = Fx.run(() -> new Scene(page));
        assertThat(desk.watched).isEqualTo(1);
        Fx.act(() -> scene.setRoot(new VBox()));
        assertThat(desk.watched).isZero();
    }

    private SettingsPage page() {
        return new TeamFilePage(desk, () -> NOW, new TimeOfDay(ZoneOffset.UTC), () -> edited++).page();
    }

    private VBox made() {
        return Fx.run(() -> {
            VBox all = new VBox();
            page().settings().stream().map(Setting::control).forEach(control -> all.getChildren().add(control.get()));
            return all;
        });
    }

    private static Label label(VBox page, String id) {
        return (Label) find(page, id);
    }

    private static TextField field(VBox page, String id) {
        return (TextField) find(page, id);
    }

    private static Button button(VBox page, String id) {
        return (Button) find(page, id);
    }

    private static Node find(VBox page, String id) {
        return Objects.requireNonNull(page.lookup("#" + id), id);
    }
}
