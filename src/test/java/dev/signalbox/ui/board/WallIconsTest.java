package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

/// The shapes on the wall, which are read from across a room.
class WallIconsTest {

    private final ShellViewModel model = new ShellViewModel();
    private final Shell shell = Fx.run(this::shell);
    private final Stage stage = Fx.show(shell::root, 1_000, 800);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private Shell shell() {
        BoardScreen board = new BoardScreen(
                change -> {}, intent -> {}, model, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
                Runnable::run);
        Shell made = new Shell(
                model, List.of(board), new PlanSheetViewModel(new FakeOperator()), List.of(board),
                List.of(board.layer()), null, () -> {}, new TimeOfDay(ZoneOffset.UTC));
        made.hang(board.wall());
        return made;
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void areShapesAndNotLettersOfAnotherFont() {
        raise();
        assertThat(icons()).isNotEmpty().allSatisfy(
                icon -> assertThat(icon.getFont().getFamily()).as(icon.getIconLiteral()).isEqualTo("FeatherIcons"));
    }

    @Test
    void areLargerThanElsewhereAndKeepTheirSizeWhenTheThemeChanges() {
        raise();
        List<Integer> sizes = sizes();
        assertThat(sizes).isNotEmpty().allMatch(size -> size > 14);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.LIGHT, Theme.DARK)) {
            Fx.act(() -> theme.applyTo(stage.getScene()));
            layOut();
            assertThat(sizes()).isEqualTo(sizes);
        }
        assertThat(icons()).allSatisfy(icon -> assertThat(icon.getFont().getFamily()).isEqualTo("FeatherIcons"));
    }

    private void raise() {
        Fx.act(() -> {
            shell.begin();
            shell.show(SampleStates.rich(), SampleStates.NOW);
            model.wallProperty().set(true);
        });
        layOut();
    }

    private void layOut() {
        Fx.act(() -> {
            shell.show(SampleStates.rich(), SampleStates.NOW);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private List<FontIcon> icons() {
        return Fx.run(() -> stage.getScene().lookup("#wall").lookupAll(".ikonli-font-icon").stream()
                .map(FontIcon.class::cast)
                .toList());
    }

    private List<Integer> sizes() {
        return icons().stream().map(FontIcon::getIconSize).toList();
    }
}
