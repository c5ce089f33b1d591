package dev.signalbox.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.MousePointer;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The palette by keyboard and pointer.
class PaletteViewTest {

    private final List<String> chosen = new ArrayList<>();
    private final PaletteViewModel model = new PaletteViewModel(List.of((state, now) -> {
        List<PaletteEntry> all = new ArrayList<>();
        all.add(entry(Kind.SERVICE, "checkout", "Storefront"));
        all.add(entry(Kind.ACTION, "Roll back checkout", "to v2.14.0"));
        IntStream.range(0, 30).forEach(i -> all.add(entry(Kind.RUN, "search · CI #" + (600 + i), "Tune weights")));
        return all;
    }));

    @SuppressWarnings("NullAway.Init") // made before each test
    private PaletteView view;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Keys keys;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    view = new PaletteView(model);
                    return view;
                },
                700, 520);
        keys = new Keys(stage);
        Fx.act(() -> {
            stage.requestFocus();
            model.open(ConsoleState.EMPTY, SampleStates.NOW);
            view.takeFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void theKeyboardBeginsInTheField() {
        assertThat(Fx.run(() -> field().isFocused())).isTrue();
        keys.type("roll");
        assertThat(list().getItems()).hasSize(1);
    }

    @Test
    void downAndUpMoveWhileTheFieldKeepsTheKeyboard() {
        keys.press(KeyCode.DOWN);
        assertThat(selected()).isEqualTo(1);
        keys.press(KeyCode.UP);
        keys.press(KeyCode.UP);
        assertThat(selected()).as("round at the end").isEqualTo(31);
        assertThat(Fx.run(() -> field().isFocused())).isTrue();
    }

    @Test
    void pagesStopAtTheEnds() {
        keys.press(KeyCode.PAGE_DOWN);
        assertThat(selected()).isEqualTo(10);
        for (int i = 0; i < 5; i++) {
            keys.press(KeyCode.PAGE_DOWN);
        }
        assertThat(selected()).isEqualTo(31);
        for (int i = 0; i < 6; i++) {
            keys.press(KeyCode.PAGE_UP);
        }
        assertThat(selected()).isZero();
    }

    @Test
    void movingWhereNothingFitsDoesNothing() {
        keys.type("zzzz");
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.PAGE_DOWN);
        keys.press(KeyCode.PAGE_UP);
        keys.press(KeyCode.ENTER);
        assertThat(chosen).isEmpty();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(Fx.run(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> ((javafx.scene.control.Labeled) n).getText().equals("Nothing fits.")))).isTrue();
    }

    @Test
    void enterGoesToTheChosenOneAndCloses() {
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.ENTER);
        assertThat(chosen).containsExactly("Roll back checkout");
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void aPressOfThePointerGoesToTheOneUnderIt() {
        Fx.act(() -> MousePointer.click(cell("Roll back checkout")));
        assertThat(chosen).containsExactly("Roll back checkout");
    }

    @Test
    void aPressBelowTheLastOneChoosesNothing() {
        keys.type("roll");
        Fx.act(() -> view.lookupAll(".list-cell").stream()
                .filter(n -> n instanceof ListCell<?> c && c.isEmpty() && c.isVisible())
                .findFirst()
                .ifPresent(MousePointer::click));
        assertThat(chosen).isEmpty();
    }

    @Test
    void theChosenOneIsInSightAndSpoken() {
        for (int i = 0; i < 20; i++) {
            keys.press(KeyCode.DOWN);
        }
        assertThat(field().getAccessibleHelp()).isEqualTo("search · CI #618");
        Fx.act(() -> view.layout());
        assertThat(Fx.run(() -> cell("search · CI #618").isVisible())).isTrue();
    }

    @Test
    void everyLineSaysWhatItIs() {
        assertThat(Fx.run(() -> cell("checkout").getAccessibleText())).isEqualTo("checkout, service, Storefront");
        assertThat(Fx.run(() -> cell("Roll back checkout").getAccessibleText()))
                .isEqualTo("Roll back checkout, action, to v2.14.0");
    }

    @Test
    void cellsThatBecomeEmptySayNothing() {
        keys.type("roll");
        Fx.act(() -> {
            view.applyCss();
            view.layout();
        });
        assertThat(Fx.run(() -> view.lookupAll(".list-cell").stream()
                .filter(n -> n instanceof ListCell<?> c && c.isEmpty())
                .map(Node::getAccessibleText)
                .filter(text -> text != null && !text.isEmpty())
                .toList())).isEmpty();
    }

    @Test
    void kindsHaveWordsAndShapesOfTheirOwn() {
        assertThat(Kind.values()).extracting(Kind::word).doesNotHaveDuplicates();
        assertThat(Kind.values()).extracting(Kind::icon).doesNotHaveDuplicates();
    }

    private ListCell<?> cell(String title) {
        view.applyCss();
        view.layout();
        return (ListCell<?>) view.lookupAll(".list-cell").stream()
                .filter(n -> n instanceof ListCell<?> c && c.getItem() instanceof PaletteEntry e
                        && e.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private int selected() {
        return Fx.run(() -> list().getSelectionModel().getSelectedIndex());
    }

    private ListView<?> list() {
        return (ListView<?>) Objects.requireNonNull(view.lookup("#palette-list"));
    }

    private TextField field() {
        return (TextField) Objects.requireNonNull(view.lookup("#palette-field"));
    }

    private PaletteEntry entry(Kind kind, String title, String detail) {
        return new PaletteEntry(kind, title, detail, () -> chosen.add(title));
    }
}
