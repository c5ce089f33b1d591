package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleTeam;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The lines above the screen that say what is wrong: which, how many, and that they go again.
class BannersTest {

    private final List<Change> changes = new ArrayList<>();
    private final FakeScreen board = Fx.run(() -> new FakeScreen("board"));
    private final ShellViewModel model = new ShellViewModel();
    private final ShellView view = Fx.run(() -> {
        model.show(List.of(board));
        model.go(0);
        ShellView made = new ShellView(model, () -> {}, () -> {}, null, new TimeOfDay(ZoneOffset.UTC));
        assertThat(new Scene(made, 1_000, 700)).isNotNull();
        return made;
    });

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void takeNoRoomWhileAllIsWell() {
        show();
        assertThat(banners()).isEmpty();
        assertThat(Fx.run(() -> Objects.requireNonNull(view.lookup(".sb-banners")).isManaged())).isFalse();
    }

    @Test
    void sayThatNothingCanBeSentBeforeEverythingElse() {
        refused("github");
        changes.add(new Change.JournalChecked("The folder /x cannot be written: it is read-only or missing."));
        show();
        assertThat(banners()).hasSize(2).first().isEqualTo("Nothing can be sent, since the journal does not work: "
                + "The folder /x cannot be written: it is read-only or missing.");
    }

    @Test
    void goWithTheTrouble() {
        changes.add(new Change.JournalChecked("disk full"));
        show();
        assertThat(banners()).hasSize(1);
        changes.add(new Change.JournalChecked(""));
        show();
        assertThat(banners()).isEmpty();
    }

    @Test
    void doNotFillTheScreenHoweverManyConnectionsAreDown() {
        IntStream.range(0, 9).forEach(i -> refused("cluster-" + i));
        show();
        assertThat(banners()).hasSize(4).last().isEqualTo("6 more connections have problems.");
        assertThat(banners().getFirst()).startsWith("cluster-0: ");
    }

    @Test
    void leadToTheTeamFileWhenAChangeWaitsForAYes() {
        changes.add(new Change.TeamFileChanged(SampleTeam.proposed(false)));
        show();
        assertThat(Fx.run(() -> view.lookupAll("#banner-press").stream().map(Node::getAccessibleText).toList()))
                .singleElement().asString().startsWith("Review: The team file's commit 9bd00b7");
        Fx.act(() -> ((Button) Objects.requireNonNull(view.lookup("#banner-press"))).fire());
        assertThat(model.teamShownProperty().get()).isTrue();
        changes.add(new Change.TeamFileChanged(SampleTeam.calm()));
        show();
        assertThat(Fx.run(() -> view.lookupAll("#banner-press").size())).isZero();
    }

    @Test
    void tellTheFirstProblemOfTheFilesAndCountTheOthers() {
        problems("signalbox.yaml, line 3: \"nmae\" is not known");
        show();
        assertThat(banners()).containsExactly("signalbox.yaml, line 3: \"nmae\" is not known");
        problems("a", "b", "c");
        show();
        assertThat(banners()).containsExactly("a (2 more)");
    }

    @Test
    void areNotMadeAnewWhileTheyStayTheSame() {
        refused("github");
        show();
        Node before = nodes().getFirst();
        Fx.act(() -> view.show(state(), NOW.plusMillis(200)));
        assertThat(nodes().getFirst()).isSameAs(before);
    }

    @Test
    void areReadByAScreenReaderAndMadeHarmless() {
        problems("evil\u202e\nline " + "x".repeat(2_000));
        show();
        assertThat(banners().getFirst()).contains("‹U+202E›").doesNotContain("\n").hasSizeLessThan(340);
    }

    @Test
    void leaveTheScreenWhereItIs() {
        refused("github");
        show();
        assertThat(Fx.run(() -> view.lookup("#board-field"))).isNotNull();
    }

    private void refused(String name) {
        ConnectionId id = new ConnectionId(name);
        changes.add(new Change.ConnectionAdded(Connection.fresh(id, Connection.Kind.KUBERNETES, "https://" + name)));
        changes.add(new Change.ConnectionTroubled(id, new RemoteProblem.Unauthorized("no"), null));
    }

    private void problems(String... sentences) {
        changes.add(new Change.BoardDescribed(BoardSpec.EMPTY, List.of(sentences)));
    }

    private void show() {
        Fx.act(() -> view.show(state(), NOW));
    }

    private ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }

    private List<String> banners() {
        return nodes().stream().map(Node::getAccessibleText).toList();
    }

    private List<Node> nodes() {
        return Fx.run(() -> {
            view.applyCss();
            VBox box = (VBox) Objects.requireNonNull(view.lookup(".sb-banners"));
            return List.copyOf(box.getChildren());
        });
    }
}
