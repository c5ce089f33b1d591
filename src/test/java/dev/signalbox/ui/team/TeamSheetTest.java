package dev.signalbox.ui.team;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.testing.SampleTeam;
import dev.signalbox.ui.ConsoleFixture;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamSheetTest {

    private static final TeamAnswers NOBODY = new TeamAnswers() {
        @Override
        public void accept(String commit) {}

        @Override
        public void keepOld(String commit) {}
    };

    private final List<String> answers = new ArrayList<>();
    private final BooleanProperty open = new SimpleBooleanProperty(false);

    @SuppressWarnings("NullAway.Init") // made before each test
    private TeamSheet sheet;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void make() {
        sheet = Fx.run(() -> new TeamSheet(
                new TeamAnswers() {
                    @Override
                    public void accept(String commit) {
                        answers.add("accept " + commit);
                    }

                    @Override
                    public void keepOld(String commit) {
                        answers.add("keep " + commit);
                    }
                },
                open, () -> answers.add("edit")));
        stage = Fx.show(() -> sheet.node(), 800, 640);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void givesWayToTheEditor() {
        look(SampleTeam.calm());
        Fx.act(() -> ((Button) Objects.requireNonNull(sheet.node().lookup("#team-edit"))).fire());
        assertThat(answers).containsExactly("edit");
        assertThat(open.get()).isFalse();
    }

    @Test
    void hasNothingToAnswerWhenAllIsWell() {
        look(SampleTeam.calm());
        assertThat(there("team-accept")).isFalse();
        assertThat(there("team-keep")).isFalse();
        assertThat(there("team-close")).isTrue();
        assertThat(words()).contains("ops/board.yaml on main");
    }

    @Test
    void showsWhatWouldBeWeakerAndTakesAYesForThatCommit() {
        look(SampleTeam.proposed(false));
        assertThat(words()).contains(
                "https://github.example.com.evil.test", "Environment production", "a press is enough",
                "− read-only: [prod-eu]");
        press("team-accept");
        assertThat(answers).containsExactly("accept " + SampleTeam.NEW.id());
    }

    @Test
    void aNoClosesTheSheet() {
        look(SampleTeam.proposed(false));
        press("team-keep");
        assertThat(answers).containsExactly("keep " + SampleTeam.NEW.id());
        assertThat(open.get()).isFalse();
    }

    @Test
    void afterANoOnlyTheYesIsStillOffered() {
        look(SampleTeam.proposed(true));
        assertThat(there("team-keep")).isFalse();
        assertThat(there("team-accept")).isTrue();
    }

    @Test
    void aNewerCommitThatComesMeanwhileCannotBeAcceptedUnseen() {
        look(SampleTeam.proposed(false));
        TeamCommit newest = new TeamCommit("ffff000", "Eve", NOW, "Even weaker");
        show(SampleTeam.calm().beside(new Newer.Proposed(newest, List.of(), List.of(), false, ""), NOW));
        assertThat(there("team-accept")).isFalse();
        assertThat(words()).contains("Eve Miller", "A newer commit has come").doesNotContain("Even weaker");
        press("team-again");
        assertThat(words()).contains("Even weaker");
        press("team-accept");
        assertThat(answers).containsExactly("accept ffff000");
    }

    @Test
    void aChangeThatComesWhileNothingWaitedIsShownFirst() {
        look(SampleTeam.calm());
        show(SampleTeam.proposed(false));
        assertThat(there("team-accept")).isFalse();
        press("team-again");
        assertThat(there("team-accept")).isTrue();
    }

    @Test
    void afterTheYesTheSheetShowsWhatIsInForce() {
        look(SampleTeam.proposed(false));
        press("team-accept");
        show(TeamStanding.at(SampleTeam.PLACE).inForce(
                new TeamDecision(
                        SampleTeam.PLACE, SampleTeam.NEW, TeamDecision.Verdict.ACCEPTED, "me", NOW, List.of(), "x"),
                NOW));
        assertThat(there("team-again")).isFalse();
        assertThat(there("team-accept")).isFalse();
        assertThat(words()).contains("9bd00b7 by Eve Miller", "accepted by me just now");
    }

    @Test
    void theKeyboardBeginsAtTheWayOut() {
        look(SampleTeam.proposed(false));
        Fx.act(sheet::takeFocus);
        assertThat(Fx.run(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()).getId()))
                .isEqualTo("team-close");
        Fx.act(sheet::dismiss);
        assertThat(open.get()).isFalse();
    }

    @Test
    void whatIsReadAloudIsWhole() {
        look(SampleTeam.proposed(false));
        assertThat(Fx.run(() -> sheet.node().lookupAll(".sb-outcome").stream().map(Node::getAccessibleText).toList()))
                .contains("Cluster prod-eu, now looked at only, then may be changed");
        assertThat(Fx.run(() -> sheet.node().lookupAll(".sb-mono").stream().map(Node::getAccessibleText).toList()))
                .contains("removed, line 6: read-only: [prod-eu]");
    }

    @Test
    void theClockDoesNotDisturbWhoReads() {
        look(SampleTeam.proposed(false));
        Node before = Fx.run(() -> sheet.node().lookup("#team-difference"));
        Fx.act(() -> sheet.show(SampleStates.full().team(SampleTeam.proposed(false)).state(), NOW.plusSeconds(9)));
        assertThat(Fx.<Node>run(() -> sheet.node().lookup("#team-difference"))).isSameAs(before);
    }

    @Test
    void canBeDrawnInBothThemes(@TempDir Path folder) {
        String copy = System.getProperty("signalbox.pictures", "");
        Path into = copy.isEmpty() ? folder : Path.of(copy);
        for (Theme theme : Theme.values()) {
            for (TeamStanding team : List.of(SampleTeam.calm(), SampleTeam.refused(), SampleTeam.proposed(false))) {
                for (int width : new int[] {1_000, 1_440}) {
                    Path file = into.resolve("team-" + TeamRows.of(team, NOW).pill().replace(' ', '-') + "-" + width
                            + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                    Fx.picture(() -> window(team), theme, width, 760, file);
                    assertThat(file).isNotEmptyFile();
                }
            }
        }
    }

    /// The whole window with the sheet over it.
    private static Parent window(TeamStanding team) {
        ConsoleState state = SampleStates.full().team(team).state();
        ConsoleFixture console = new ConsoleFixture(false, NOBODY);
        console.show(state);
        console.model.teamShownProperty().set(true);
        return console.shell.root();
    }

    private void look(TeamStanding team) {
        Fx.act(() -> {
            open.set(false);
            sheet.show(SampleStates.full().team(team).state(), NOW);
            open.set(true);
        });
    }

    private void show(TeamStanding team) {
        Fx.act(() -> sheet.show(SampleStates.full().team(team).state(), NOW));
    }

    private void press(String id) {
        Fx.act(() -> {
            if (sheet.node().lookup("#" + id) instanceof Button button && button.isVisible()) {
                button.fire();
            }
        });
    }

    private boolean there(String id) {
        return Fx.run(() -> Objects.requireNonNull(sheet.node().lookup("#" + id)).isManaged());
    }

    private String words() {
        return Fx.run(() -> {
            sheet.node().applyCss();
            sheet.node().layout();
            return String.join("\n", sheet.node().lookupAll(".label").stream()
                    .filter(n -> n instanceof Label && n.isManaged()).map(n -> ((Label) n).getText()).toList());
        });
    }
}
