package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.testing.SampleTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopBarViewTest {

    private final ShellViewModel model = new ShellViewModel();
    private final List<String> heard = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private TopBarView view;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    view = new TopBarView(model, () -> heard.add("search"), () -> heard.add("refresh"));
                    return view;
                },
                1_000, 60);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void tellsOfTheTeamFileWhereSomebodyShouldLookAndGivesWayOtherwise() {
        show(SampleStates.rich());
        assertThat(chips()).as("no team file").doesNotContain("chip-team");
        show(SampleStates.full().team(SampleTeam.calm()).state());
        assertThat(chips()).as("all is well and room is short").doesNotContain("chip-team");
        show(SampleStates.full().team(SampleTeam.refused()).state());
        assertThat(chips()).containsSequence("chip-team", "chip-account");
        assertThat(chipOfTeam().getText()).isEqualTo("Team file");
        assertThat(chipOfTeam().getAccessibleText()).isEqualTo("Team file · not valid");
        Fx.act(() -> chipOfTeam().fire());
        assertThat(model.teamShownProperty().get()).isTrue();
    }

    @Test
    void namesTheCommitInForceWhereThereIsRoom() {
        Fx.act(() -> stage.setWidth(1_400));
        Fx.await(() -> view.getWidth() >= 1_300);
        show(SampleStates.full().team(SampleTeam.calm()).state());
        assertThat(chipOfTeam().getText()).isEqualTo("Team file · 3f2a1c9");
    }

    private Button chipOfTeam() {
        return Fx.run(() -> (Button) Objects.requireNonNull(view.lookup("#chip-team")));
    }

    @Test
    void hasAChipForEveryConnectionAndKeepsItsNode() {
        show(SampleStates.rich());
        Node before = find("chip-GitHub");
        assertThat(chips()).containsExactly("chip-GitHub", "chip-prod-eu", "chip-staging-1", "chip-account");
        Fx.act(() -> view.show(SampleStates.rich(), NOW.plusSeconds(5)));
        assertThat(find("chip-GitHub")).isSameAs(before);
        show(ConsoleState.EMPTY);
        assertThat(chips()).containsExactly("chip-account");
    }

    @Test
    void saysWhoActs() {
        show(SampleStates.rich());
        assertThat(button("chip-account").getText()).isEqualTo("release-mgr");
        assertThat(button("chip-account").getAccessibleText()).isEqualTo("Account: release-mgr");
        assertThat(menu().getItems().getFirst().getText()).isEqualTo("Acting as release-mgr");
    }

    @Test
    void saysThatNobodyIsSignedIn() {
        show(ConsoleState.EMPTY);
        assertThat(button("chip-account").getText()).isEqualTo("not signed in");
        assertThat(menu().getItems().getFirst().getText()).isEqualTo("No account is known yet");
        assertThat(menu().getItems().getFirst().isDisable()).isTrue();
    }

    @Test
    void aLoginCannotPretendToBeAnother() {
        Connection odd = Connection.fresh(new ConnectionId("a"), Connection.Kind.GITHUB, "x")
                .as(new Account("ada\u202e" + "x".repeat(100), Set.of(), null));
        show(SampleStates.full().connection(odd).connection(Connection
                .fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "x")).state());
        assertThat(button("chip-account").getText()).contains("‹U+202E›").hasSizeLessThan(40);
    }

    @Test
    void theMenuSwitchesThemeAndShowsKeys() {
        show(SampleStates.rich());
        MenuItem theme = item("Light theme");
        Fx.act(theme::fire);
        assertThat(model.darkProperty().get()).isFalse();
        assertThat(theme.getText()).isEqualTo("Dark theme");
        Fx.act(item("Keys")::fire);
        assertThat(model.keysShownProperty().get()).isTrue();
    }

    @Test
    void theSearchFieldOpensThePalette() {
        Fx.act(() -> button("search").fire());
        assertThat(heard).containsExactly("search");
        assertThat(button("search").getAccessibleText()).contains("Ctrl K");
    }

    private MenuItem item(String text) {
        return menu().getItems().stream().filter(i -> text.equals(i.getText())).findFirst().orElseThrow();
    }

    private ContextMenu menu() {
        return Fx.run(() -> {
            button("chip-account").fire();
            ContextMenu shown = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            shown.hide();
            return shown;
        });
    }

    private List<String> chips() {
        return Fx.run(() -> view.lookupAll(".sb-chip").stream().map(Node::getId).toList());
    }

    private void show(ConsoleState state) {
        Fx.act(() -> view.show(state, NOW));
    }

    private Button button(String id) {
        return (Button) find(id);
    }

    private Node find(String id) {
        return Objects.requireNonNull(view.lookup("#" + id), id);
    }
}
