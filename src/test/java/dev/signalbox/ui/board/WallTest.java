package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The window on a wall: F11 and back, and nothing in between that could be pressed.
class WallTest {

    private final List<Intent> proposed = new ArrayList<>();
    private final ShellViewModel model = new ShellViewModel();
    private final ConsoleState state = SampleStates.rich();
    private Stage stage = Fx.run(Stage::new);
    private Keys keys = new Keys(stage);
    private Shell shell = Fx.run(this::shell);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private Shell shell() {
        BoardScreen board = new BoardScreen(
                change -> {}, proposed::add, model, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
                Runnable::run);
        Shell made = new Shell(
                model, List.of(board), new PlanSheetViewModel(new FakeOperator()), List.of(board),
                List.of(board.layer()), null, () -> {}, new TimeOfDay(ZoneOffset.UTC));
        made.hang(board.wall());
        return made;
    }

    @BeforeEach
    void open() {
        stage = Fx.show(shell::root, 1_000, 800);
        keys = new Keys(stage);
        Fx.act(() -> {
            shell.begin();
            shell.show(state, SampleStates.NOW);
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void press(KeyCode... codes) {
        keys.press(codes);
        Fx.act(this::layOut);
    }

    /// A label's words reach the screen when it is laid out, not before.
    private void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private Node find(String id) {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().lookup("#" + id)), id);
    }

    private static boolean isDrawn(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String words() {
        return Fx.run(() -> find("wall").lookupAll(".text").stream()
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("\n")));
    }

    @Test
    void f11RaisesTheWallAndF11OrEscComesBack() {
        press(KeyCode.F11);
        assertThat(find("wall").isVisible()).isTrue();
        assertThat(isDrawn(find("shell"))).isFalse();
        assertThat(shell.root().getCursor()).isEqualTo(Cursor.NONE);
        press(KeyCode.F11);
        assertThat(find("wall").isVisible()).isFalse();
        assertThat(isDrawn(find("shell"))).isTrue();
        press(KeyCode.F11);
        press(KeyCode.ESCAPE);
        assertThat(find("wall").isVisible()).isFalse();
        assertThat(shell.root().getCursor()).isNull();
    }

    @Test
    void showsTroubleAgeAndOneGroup() {
        press(KeyCode.F11);

        assertThat(words()).contains("checkout · production", "CrashLoopBackOff", "1 failing", "prod-eu not current",
                " of 3");
        assertThat(find("wall").getAccessibleText()).contains("checkout · production");
    }

    @Test
    void theNextGroupComesByItself() {
        press(KeyCode.F11);
        String before = words();
        Instant later = SampleStates.NOW.plus(WallRows.TURN);
        Fx.act(() -> {
            shell.show(state, later);
            layOut();
        });

        assertThat(words()).isNotEqualTo(before);
    }

    /// Sizes in `em` would be of the size that the icon has already, and grow with each theme.
    @Test
    void iconsKeepTheirSizeWhenTheThemeChanges() {
        press(KeyCode.F11);
        List<Double> before = iconSizes();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.LIGHT, Theme.DARK)) {
            Fx.act(() -> {
                theme.applyTo(stage.getScene());
                layOut();
            });
            assertThat(iconSizes()).as(theme.name()).isEqualTo(before);
        }
        assertThat(before).isNotEmpty().allMatch(size -> size > 10 && size < 60);
    }

    private List<Double> iconSizes() {
        return Fx.run(() -> find("wall").lookupAll(".ikonli-font-icon").stream()
                .map(icon -> ((Text) icon).getFont().getSize())
                .sorted()
                .toList());
    }

    @Test
    void nothingCanBePressed() {
        press(KeyCode.F11);
        assertThat(find("wall").lookupAll("*")).noneMatch(ButtonBase.class::isInstance)
                .noneMatch(TextInputControl.class::isInstance).noneMatch(Node::isFocusTraversable);
        press(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.R);
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(proposed).isEmpty();
        press(KeyCode.ESCAPE);
        assertThat(find("drawer").isVisible()).isFalse();
        assertThat(model.wallProperty().get()).isFalse();
    }

    @Test
    void whatCameMeanwhileIsShownAfterwards() {
        press(KeyCode.F11);
        Fx.act(() -> shell.show(SampleStates.full().journalProblem("the disk is full").state(), SampleStates.NOW));
        press(KeyCode.ESCAPE);

        String all = Fx.run(() -> find("shell").lookupAll(".text").stream()
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("\n")));
        assertThat(all).contains("the disk is full");
    }
}
