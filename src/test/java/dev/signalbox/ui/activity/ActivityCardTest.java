package dev.signalbox.ui.activity;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.ui.activity.Actions.restart;
import static dev.signalbox.ui.activity.Actions.rollBack;
import static dev.signalbox.ui.activity.Actions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleProposals;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an action has opened elsewhere, and what is kept off the card.
class ActivityCardTest {

    private static final Duration FIVE = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init") // made before each test
    private ActivityScreen screen;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        screen = Fx.run(() -> new ActivityScreen(new FakeOperator(), intent -> {}, new TimeOfDay(ZoneOffset.UTC)));
        stage = Fx.show(screen::node, 1_000, 800);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void whatWasProposedLeadsToItsRequest() {
        List<URI> pages = new ArrayList<>();
        Fx.act(() -> {
            screen.openPagesWith(pages::add);
            screen.show(state(SampleProposals.done(12, "https://ci.example/12")), NOW);
        });
        open("proposal");
        assertThat(card()).contains(
                "Opened", "pull request #12 in acme/board, branch signalbox/board-1a2b3c4d");
        assertThat(request().getText()).isEqualTo("Open pull request #12");
        assertThat(request().isVisible()).isTrue();
        assertThat(request().getAccessibleText()).isEqualTo("Open pull request #12");
        Fx.act(() -> request().fire());
        assertThat(pages).containsExactly(URI.create("https://ci.example/12"));
    }

    @Test
    void aRequestWhosePageIsNoneForABrowserIsNamedOnly() {
        List<URI> pages = new ArrayList<>();
        Fx.act(() -> {
            screen.openPagesWith(pages::add);
            screen.show(state(SampleProposals.done(12, "file:///etc/passwd"), restart("a", Phase.DONE, 90, FIVE)), NOW);
        });
        open("proposal");
        assertThat(card()).anyMatch(words -> words.startsWith("pull request #12"));
        assertThat(request().isManaged()).isFalse();
        Fx.act(() -> request().fire());
        assertThat(pages).isEmpty();
        open("a");
        assertThat(card()).doesNotContain("Opened");
    }

    @Test
    void aTokenOfTheConsoleIsNotShown() {
        Fx.act(() -> {
            screen.hideWith(() -> new Redaction(List.of("registry.acme.example")));
            screen.show(state(rollBack("done", Phase.DONE, 900, FIVE, Fate.VERIFIED)), NOW);
        });
        open("done");
        assertThat(String.join("\n", card())).contains("•••/acme/checkout:v2.14.0").doesNotContain("registry.acme");
    }

    private void open(String id) {
        Fx.act(() -> {
            screen.open(new Place.AtAction(new PlanId(id)));
            screen.node().applyCss();
            screen.node().layout();
        });
    }

    private List<String> card() {
        return Fx.run(() -> {
            screen.node().applyCss();
            return Objects.requireNonNull(screen.node().lookup("#action")).lookupAll(".label").stream()
                    .flatMap(n -> n instanceof Labeled l && l.getText() != null
                            ? Stream.of(l.getText())
                            : Stream.empty())
                    .toList();
        });
    }

    private Button request() {
        return (Button) Objects.requireNonNull(screen.node().lookup("#action-request"));
    }
}
