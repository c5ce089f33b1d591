package dev.signalbox.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.testing.Fx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a connection stands is followed while somebody looks.
class StandingLineTest {

    private static final Connection ENDED = Connection.fresh(
            FakeDesk.WORK, Connection.Kind.GITHUB, "https://github.com")
            .troubled(new RemoteProblem.SignInEnded("Somebody took it back."), null);

    private final FakeDesk desk = new FakeDesk();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void signInHasEnded() {
        desk.standing.put(FakeDesk.WORK, ENDED);
    }

    private StandingLine made() {
        return Fx.run(() -> new StandingLine(desk, FakeDesk.WORK, "line"));
    }

    private StackPane inSight(StandingLine line) {
        return Fx.run(() -> {
            StackPane place = new StackPane(line);
            new Scene(place);
            return place;
        });
    }

    private void tell(Connection now) {
        Fx.act(() -> List.copyOf(desk.watching).forEach(told -> told.accept(Optional.of(now))));
    }

    private static List<String> words(StandingLine line) {
        return Fx.run(() -> line.lookupAll("*").stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    @Test
    void whatIsMendedIsNoLongerTold() {
        StandingLine line = made();
        inSight(line);
        assertThat(words(line)).contains("Needs you", "Somebody took it back.");

        tell(ENDED.live(Instant.EPOCH));

        assertThat(words(line)).contains("Answers").doesNotContain("Somebody took it back.");
    }

    @Test
    void whatCameOfAnAttemptIsToldUntilTheConnectionStandsOtherwise() {
        StandingLine line = made();
        inSight(line);
        Fx.act(() -> line.fail("It could not be removed."));

        tell(ENDED);
        assertThat(words(line)).contains("It could not be removed.");
        tell(ENDED.live(Instant.EPOCH));
        assertThat(words(line)).doesNotContain("It could not be removed.");
    }

    @Test
    void whatIsOutOfSightIsNotFollowedAndIsTrueWhenItComesBack() {
        StandingLine line = made();
        assertThat(desk.watching).as("nobody looks yet").isEmpty();
        StackPane place = inSight(line);
        assertThat(desk.watching).hasSize(1);

        Fx.act(() -> place.getChildren().clear());
        assertThat(desk.watching).isEmpty();

        desk.standing.put(FakeDesk.WORK, ENDED.live(Instant.EPOCH));
        Fx.act(() -> place.getChildren().add(line));
        assertThat(desk.watching).hasSize(1);
        assertThat(words(line)).contains("Answers");
    }
}
