package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list while its lines are still being looked for.
class RunListViewTest {

    private final List<Runnable> work = new ArrayList<>();
    private final RunsViewModel model = Fx.run(() -> new RunsViewModel(
            change -> {}, intent -> {}, page -> {}, (job, found, absent) -> {}, work::add, Runnable::run));
    private final RunListView view = Fx.run(() -> new RunListView(model));
    private final Stage stage = Fx.show(() -> view, 980, 600);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void showRuns() {
        Fx.act(() -> {
            model.show(SampleStates.rich(), SampleStates.NOW);
            finish();
            view.takeFocus();
            search().requestFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void finish() {
        List<Runnable> due = List.copyOf(work);
        work.clear();
        due.forEach(Runnable::run);
    }

    private TextField search() {
        return (TextField) Objects.requireNonNull(view.lookup("#runs-search"));
    }

    private ListView<?> list() {
        return (ListView<?>) Objects.requireNonNull(view.lookup("#runs-list"));
    }

    private void press(KeyCode key) {
        Node focused = Objects.requireNonNull(stage.getScene().getFocusOwner());
        focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private String opened() {
        return model.open().get() == null ? "" : model.open().get().repository().name();
    }

    @Test
    void opensWhatIsLookedForEvenWhenItIsFoundLater() {
        Fx.act(() -> {
            assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
            String before = model.rows().get().getFirst().id().repository().name();
            assertThat(before).isNotEqualTo("search");
            search().setText("search failed #641");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            assertThat(opened()).as("nothing was found yet").isEmpty();
            finish();
            assertThat(opened()).isEqualTo("search");
        });
    }

    @Test
    void opensNothingWhenNothingIsFound() {
        Fx.act(() -> {
            search().setText("no such run anywhere");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            finish();
            assertThat(opened()).isEmpty();
            assertThat(model.emptyWords().get()).contains("no such run anywhere");
        });
    }

    @Test
    void opensNothingForAnEnterThatWasFollowedByTyping() {
        Fx.act(() -> {
            search().setText("search");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            search().requestFocus();
            press(KeyCode.A);
            finish();
            assertThat(opened()).isEmpty();
        });
    }

    @Test
    void choosesTheFirstOfWhatIsFoundWhenTheListHasTheKeyboard() {
        Fx.act(() -> {
            search().setText("search failed #641");
            press(KeyCode.DOWN);
            assertThat(list().getSelectionModel().isEmpty()).as("old lines are no choice").isTrue();
            finish();
            assertThat(list().getSelectionModel().getSelectedIndex()).isZero();
            assertThat(opened()).isEmpty();
            press(KeyCode.ENTER);
            assertThat(opened()).isEqualTo("search");
        });
    }

    @Test
    void aNewStateIsNoNewQuestion() {
        Fx.act(() -> {
            model.show(SampleStates.rich(), SampleStates.NOW.plusSeconds(1));
            assertThat(model.listed().get()).as("the lines are of this question").isTrue();
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            assertThat(opened()).isNotEmpty();
        });
    }
}
