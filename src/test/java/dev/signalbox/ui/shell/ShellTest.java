package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.ConsoleFixture;
import dev.signalbox.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShellTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void saysThatItIsPracticeAndLetsThingsGoWrong() {
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(true);
            Scene scene = scene(it, 1_440, SampleStates.rich());
            MenuButton menu = (MenuButton) find(scene, "incidents");
            assertThat(menu.getItems()).extracting(MenuItem::getId)
                    .containsExactly("incident-bad-deploy", "incident-rate-limit", "incident-cluster-down");
            menu.getItems().getFirst().fire();
            menu.getItems().getLast().fire();
            assertThat(it.incidents).containsExactly("end bad-deploy", "start cluster-down");
            return true;
        });
    }

    @Test
    void hasNoPracticeBannerOtherwise() {
        Fx.run(() -> {
            Scene scene = scene(new ConsoleFixture(false), 1_440, SampleStates.rich());
            assertThat(scene.lookup("#practice-banner")).isNull();
            return true;
        });
    }

    @Test
    void shortensTheChipsInANarrowWindowButNotForScreenReaders() {
        Fx.run(() -> {
            Labeled wide = (Labeled) find(scene(new ConsoleFixture(false), 1_440, SampleStates.rich()), "chip-GitHub");
            assertThat(wide.getText()).startsWith("GitHub · live · 4");
            Labeled narrow =
                    (Labeled) find(scene(new ConsoleFixture(false), 1_000, SampleStates.rich()), "chip-GitHub");
            assertThat(narrow.getText()).isEqualTo("GitHub");
            assertThat(narrow.getAccessibleText()).startsWith("GitHub · live · 4");
            assertThat(narrow.getAccessibleHelp()).contains("Requests left");
            return true;
        });
    }

    @Test
    void showsProblemsBesideWhatIsKnown() {
        Connection refused = Connection.fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://api.github.com")
                .live(SampleStates.NOW.minusSeconds(400))
                .troubled(new RemoteProblem.Unauthorized("Bad credentials"), null);
        ConsoleState state = SampleStates.full().connection(refused).journalProblem("disk full").state();
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false);
            Scene scene = scene(it, 1_440, state);
            List<String> banners = banners(scene);
            assertThat(banners).hasSize(2);
            assertThat(banners.getFirst()).isEqualTo("Nothing can be sent, since the journal does not work: disk full");
            assertThat(banners.getLast()).startsWith("GitHub: It refused our credential: Bad credentials.");
            assertThat(find(scene, "approvals-queue").isVisible()).isTrue();
            it.show(SampleStates.rich());
            assertThat(banners(scene)).isEmpty();
            return true;
        });
    }

    @Test
    void countsInTheNavigationWhatWaitsForMe() {
        Fx.run(() -> {
            Scene scene = scene(new ConsoleFixture(false), 1_440, SampleStates.rich());
            assertThat(find(scene, "nav-approvals").getAccessibleText()).isEqualTo("Approvals, 1 waiting for you");
            assertThat(find(scene, "nav-activity").getAccessibleText()).isEqualTo("Activity, 1 waiting for you");
            ((ButtonBase) find(scene, "nav-activity")).fire();
            assertThat(scene.lookup("#activity-list")).isNotNull();
            return true;
        });
    }

    @Test
    void fitsIntoTheNarrowestWindow() {
        Fx.run(() -> {
            for (String screen : List.of("approvals", "activity")) {
                ConsoleFixture it = new ConsoleFixture(true);
                it.show(ConsoleFixture.withPreparedApproval().state());
                it.model.go(new Place.AtScreen(screen));
                Scene scene = scene(it, 1_000, ConsoleFixture.withPreparedApproval().state());
                assertThat(scene.getRoot().minWidth(-1)).as(screen).isLessThanOrEqualTo(1_000);
                for (Node button : scene.getRoot().lookupAll(".button")) {
                    if (button instanceof Button b && !b.getText().isEmpty() && b.isVisible()) {
                        assertThat(b.getWidth()).as(b.getText()).isGreaterThanOrEqualTo(b.prefWidth(-1) - 1);
                    }
                }
            }
            return true;
        });
    }

    private static Scene scene(ConsoleFixture it, double width, ConsoleState state) {
        Scene scene = new Scene(it.shell.root(), width, 700);
        Theme.DARK.applyTo(scene);
        it.show(state);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        it.show(state);
        return scene;
    }

    private static List<String> banners(Scene scene) {
        return scene.getRoot().lookupAll("#banner").stream().map(Node::getAccessibleText).toList();
    }

    private static Node find(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
