package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Doubt;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The details beside a connection's chip, by pointer and by keyboard.
class ConnectionPopOverTest {

    private final List<String> heard = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private TopBarView bar;

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
                    ShellViewModel model = new ShellViewModel();
                    model.trustWith((cluster, seen) -> heard.add("trust " + cluster.name() + ": " + seen));
                    bar = new TopBarView(model, () -> {}, () -> heard.add("refresh"));
                    return bar;
                },
                1_000, 60);
        Fx.act(() -> {
            stage.requestFocus();
            bar.show(SampleStates.rich(), NOW);
        });
    }

    @AfterEach
    void close() {
        Fx.act(() -> {
            over().ifPresent(Window::hide);
            stage.close();
        });
    }

    @Test
    void aPressOnTheChipShowsItInFull() {
        press("chip-prod-eu");
        assertThat(words()).contains(
                "prod-eu", "reconnecting in 3 s", "Server", "https://prod-eu.acme.example", "Last answer", "24 s ago",
                "Asked again", "in 3 s", "It cannot be reached: connection to prod-eu.acme.example was reset.");
        assertThat(words()).anyMatch(w -> w.startsWith("Check the network"));
    }

    @Test
    void aClusterThatIsAnotherOneIsTrustedHere() {
        Store store = new Store(new Reducer(), Runnable::run);
        store.offer(new Change.ConnectionAdded(Connection.fresh(
                new ConnectionId("prod-eu"), Connection.Kind.KUBERNETES, "https://us").live(NOW)));
        store.offer(new Change.ConnectionDoubted(
                new ConnectionId("prod-eu"),
                new Doubt("“prod-eu” is another cluster than before.", "server https://us, identity uid-2")));
        Fx.act(() -> bar.show(store.current(), NOW));

        assertThat(chip("chip-prod-eu").getText()).contains("another cluster");
        press("chip-prod-eu");
        assertThat(words()).contains(
                "“prod-eu” is another cluster than before.", "Seen there: server https://us, identity uid-2.");
        Fx.act(() -> ((Button) over().orElseThrow().getScene().getRoot().lookup("#connection-trust")).fire());
        assertThat(heard).containsExactly("trust prod-eu: server https://us, identity uid-2");

        store.offer(new Change.ConnectionDoubted(new ConnectionId("prod-eu"), Doubt.NONE));
        Fx.act(() -> bar.show(store.current(), NOW));
        assertThat(words()).doesNotContain("“prod-eu” is another cluster than before.");
    }

    @Test
    void saysWhatIsOddAboutTheWayThereThoughItWorks() {
        Store store = new Store(new Reducer(), Runnable::run);
        store.offer(new Change.ConnectionAdded(Connection.fresh(
                new ConnectionId("prod-eu"), Connection.Kind.KUBERNETES, "https://eu").live(NOW)
                .remarked(List.of("The certificate is not checked.", "Another file cannot be read."))));
        Fx.act(() -> bar.show(store.current(), NOW));

        press("chip-prod-eu");
        assertThat(words()).contains("watch", "The certificate is not checked.", "Another file cannot be read.");
    }

    @Test
    void aSecondPressClosesIt() {
        press("chip-GitHub");
        press("chip-GitHub");
        assertThat(over()).isEmpty();
    }

    @Test
    void anotherChipTakesItOver() {
        press("chip-GitHub");
        press("chip-staging-1");
        assertThat(words()).contains("staging-1", "watch").doesNotContain("GitHub", "Requests left");
        assertThat(Fx.run(() -> Window.getWindows().stream().filter(PopOver.class::isInstance).count())).isOne();
    }

    @Test
    void escClosesItAndTheChipStillHasTheKeyboard() {
        Fx.act(() -> chip("chip-GitHub").requestFocus());
        press("chip-GitHub");
        assertThat(over()).isPresent();
        Fx.act(() -> chip("chip-GitHub").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(over()).isEmpty();
        assertThat(Fx.run(() -> stage.getScene().getFocusOwner())).isSameAs(chip("chip-GitHub"));
    }

    @Test
    void everythingIsReadAgainFromHere() {
        press("chip-prod-eu");
        Fx.act(() -> ((Button) inside("connection-again")).fire());
        assertThat(heard).containsExactly("refresh");
        assertThat(over()).as("to see what comes of it").isPresent();
        Fx.act(() -> ((Button) inside("connection-close")).fire());
        assertThat(over()).isEmpty();
    }

    @Test
    void theKeyboardBeginsAtWhatCanBeDone() {
        press("chip-prod-eu");
        assertThat(Fx.run(() -> inside("connection-again").isFocused())).isTrue();
    }

    @Test
    void movesOnWithTheClockAndTheState() {
        press("chip-prod-eu");
        Fx.act(() -> bar.show(SampleStates.rich(), NOW.plusSeconds(1)));
        assertThat(words()).contains("25 s ago", "in 2 s");
        Connection well = Connection
                .fresh(SampleStates.PROD, Connection.Kind.KUBERNETES, "https://prod-eu.acme.example").live(NOW);
        Fx.act(() -> bar.show(SampleStates.full().connection(well).state(), NOW));
        assertThat(words()).contains("just now").noneMatch(w -> w.startsWith("It cannot be reached"));
    }

    @Test
    void aConnectionThatIsGoneTakesItsDetailsAlong() {
        press("chip-prod-eu");
        Fx.act(() -> bar.show(ConsoleState.EMPTY, NOW));
        assertThat(over()).isEmpty();
    }

    @Test
    void manyClustersAreToldOneByOne() {
        SampleStates many = SampleStates.full();
        for (String name : List.of("a", "b", "c")) {
            many.connection(Connection.fresh(new ConnectionId(name), Connection.Kind.KUBERNETES, "https://" + name)
                    .live(NOW));
        }
        Fx.act(() -> bar.show(many.state(), NOW));
        press("chip-clusters");
        assertThat(words()).contains("a", "b", "c", "prod-eu", "staging-1");
    }

    @Test
    void aScreenReaderHearsTheSame() {
        press("chip-GitHub");
        assertThat(Fx.run(() -> over().orElseThrow().getContentNode().lookupAll("*").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList()))
                .anySatisfy(text -> assertThat(text).startsWith("GitHub: live\nAddress https://api.github.com")
                        .contains("Requests left 4"));
    }

    @Test
    void isDrawnInBothThemesWithoutAWarning(@TempDir Path folder) throws IOException {
        Connection limited = Connection
                .fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://api.github.com").live(NOW.minusSeconds(9))
                .troubled(new RemoteProblem.RateLimited("", NOW.plusSeconds(900)), NOW.plusSeconds(900));
        try (Warnings warnings = new Warnings()) {
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve("connection-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                Fx.act(() -> {
                    theme.applyTo(stage.getScene());
                    bar.show(SampleStates.full().connection(limited).state(), NOW);
                    bar.applyCss();
                });
                press("chip-GitHub");
                Fx.run(() -> {
                    Snapshots.write(over().orElseThrow().getScene(), file);
                    over().orElseThrow().hide();
                    return true;
                });
                assertThat(Files.size(file)).isGreaterThan(3_000);
                String copy = System.getProperty("signalbox.pictures", "");
                if (!copy.isEmpty()) {
                    Files.copy(file, Path.of(copy).resolve(file.getFileName()),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            assertThat(warnings.heard()).isEmpty();
        }
    }

    private void press(String id) {
        Fx.act(() -> chip(id).fire());
    }

    private Button chip(String id) {
        return (Button) Objects.requireNonNull(bar.lookup("#" + id), id);
    }

    private static Optional<PopOver> over() {
        return Fx.run(() -> Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(PopOver.class::cast)
                .filter(PopOver::isShowing)
                .findFirst());
    }

    private static Node inside(String id) {
        return Objects.requireNonNull(over().orElseThrow().getContentNode().lookup("#" + id), id);
    }

    private static List<String> words() {
        return Fx.run(() -> over().orElseThrow().getContentNode().lookupAll(".label").stream()
                .flatMap(n -> n instanceof Labeled l && l.getText() != null ? Stream.of(l.getText()) : Stream.empty())
                .toList());
    }
}
