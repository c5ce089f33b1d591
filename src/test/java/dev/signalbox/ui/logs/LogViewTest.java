package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.testing.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The viewer by keyboard.
class LogViewTest {

    private static final String LOG = """
            2026-11-20T14:00:00Z ##[group]Set up
            2026-11-20T14:00:01Z inside
            2026-11-20T14:00:02Z ##[endgroup]
            2026-11-20T14:00:03Z Needle one \u001b[2Jtwo
            2026-11-20T14:00:04Z a needle, needles
            2026-11-20T14:00:05Z nothing
            """;

    @TempDir
    private Path folder;

    private final LogViewModel model = new LogViewModel(Runnable::run, Runnable::run);
    private Stage stage = Fx.run(Stage::new);

    static {
        Fx.start();
    }

    @BeforeEach
    void show() throws IOException {
        Path file = Files.writeString(folder.resolve("a.log"), LOG);
        stage = Fx.show(() -> new LogView(model), 900, 400);
        Fx.act(() -> model.show(new ShownLog(
                "a", ShownLog.Kind.FINISHED, new LogFile(file, LOG.length()), null, "signalbox:log/g/o/n/1/2", "",
                "")));
    }

    @AfterEach
    void close() {
        Fx.act(stage::hide);
    }

    @Test
    void listsEveryKeyForTheOverlay() {
        String all = LogView.keyGroup().lines().toString();
        LogView view = Fx.run(() -> new LogView(model));
        assertThat(Fx.run(() -> view.keys().keySet())).hasSizeGreaterThan(15).allSatisfy(key -> assertThat(all)
                .contains(key.getDisplayText().replace("+", " ").replace("Alt Minus", "Alt −")
                        .replace("Alt Equals", "Alt =").replace("Alt -", "Alt −")));
    }

    @Test
    void foldsAndUnfoldsByKeyboard() {
        focusLine(0);
        assertThat(rows()).isEqualTo(4);
        press(KeyCode.ENTER, "");
        assertThat(rows()).isEqualTo(6);
        press(KeyCode.SPACE, "");
        assertThat(rows()).isEqualTo(4);
        press(KeyCode.EQUALS, "alt");
        assertThat(rows()).isEqualTo(6);
        press(KeyCode.MINUS, "alt");
        assertThat(rows()).isEqualTo(4);
        assertThat(texts(".log-rest")).contains("  1 line folded");
    }

    @Test
    void searchesWithItsOptions() {
        press(KeyCode.F, "ctrl");
        assertThat(node("log-search").isFocused()).isTrue();
        Fx.act(() -> this.<TextField>node("log-search").setText("needle"));
        assertThat(found()).isEqualTo("1 of 2");
        assertThat(texts(".log-mark")).containsExactly("Needle", "needle");
        press(KeyCode.C, "alt");
        assertThat(found()).isEqualTo("1 of 1");
        assertThat(this.<ToggleButton>node("log-case").isSelected()).isTrue();
        press(KeyCode.C, "alt");
        press(KeyCode.R, "alt");
        Fx.act(() -> this.<TextField>node("log-search").setText("needles?$"));
        assertThat(found()).isEqualTo("1 of 1");
        Fx.act(() -> this.<TextField>node("log-search").setText("("));
        assertThat(found()).startsWith("Not a regular expression");
        press(KeyCode.R, "alt");
        press(KeyCode.W, "alt");
        Fx.act(() -> this.<TextField>node("log-search").setText("needles"));
        assertThat(found()).isEqualTo("1 of 1");
        press(KeyCode.ESCAPE, "");
        assertThat(this.<TextField>node("log-search").getText()).isEmpty();
        assertThat(node("log-lines").isFocused()).isTrue();
    }

    @Test
    void showsOnlyMatches() {
        Fx.act(() -> this.<TextField>node("log-search").setText("nothing"));
        press(KeyCode.F, "alt");
        assertThat(rows()).as("two lines before it").isEqualTo(3);
        Fx.act(() -> model.options().context().set(0));
        assertThat(rows()).isEqualTo(1);
        press(KeyCode.F, "alt");
        assertThat(rows()).isEqualTo(4);
    }

    @Test
    void copiesLinesNumbersAndLinks() {
        focusLine(1);
        press(KeyCode.C, "ctrl");
        assertThat(clipboard()).isEqualTo("Needle one two\n");
        press(KeyCode.C, "ctrl shift");
        assertThat(clipboard()).isEqualTo("4\t2026-11-20T14:00:03Z Needle one two\n");
        press(KeyCode.L, "ctrl");
        assertThat(clipboard()).isEqualTo("signalbox:log/g/o/n/1/2#L4");
        assertThat(this.<Label>node("log-said").getText()).isEqualTo("Copied signalbox:log/g/o/n/1/2#L4");
    }

    /// Where the view is: a line that has to be fetched first tells the view when it is there.
    private String read(int line) {
        return Fx.run(() -> Objects.requireNonNull(model.line(line)).text());
    }

    @Test
    void showsWhatIsHiddenOnDemand() {
        assertThat(this.<Labeled>node("log-hidden").getText()).isEqualTo("1 control sequence hidden");
        press(KeyCode.S, "alt");
        assertThat(model.options().raw().get()).isTrue();
        assertThat(read(0)).as("there at once").isNotEmpty();
        Fx.act(() -> stage.getScene().getRoot().layout());
        assertThat(read(3)).contains("\\x1b[2J");
        press(KeyCode.S, "alt");
        Fx.act(() -> stage.getScene().getRoot().layout());
        assertThat(read(3)).isEqualTo("Needle one two");
    }

    @Test
    void turnsTimesRoundAndWraps() {
        assertThat(texts(".log-time")).contains("14:00:03");
        press(KeyCode.T, "alt");
        assertThat(texts(".log-time")).contains("+0:03.0");
        press(KeyCode.T, "alt");
        assertThat(texts(".log-time")).isEmpty();
        press(KeyCode.Z, "alt");
        assertThat(this.<ListView<Integer>>node("log-lines").getFixedCellSize()).isEqualTo(Region.USE_COMPUTED_SIZE);
        assertThat(heights()).as("a short line stays low").allMatch(height -> height < 20);
        press(KeyCode.Z, "alt");
        assertThat(this.<ListView<Integer>>node("log-lines").getFixedCellSize()).isPositive();
    }

    @Test
    void followsOnlyALogThatGoesOn() {
        assertThat(node("log-follow").isVisible()).isFalse();
        Fx.act(() -> model.show(new ShownLog(
                "a", ShownLog.Kind.LIVE, new LogFile(folder.resolve("a.log"), 3), null, "", "live", "")));
        assertThat(node("log-follow").isVisible()).isTrue();
        press(KeyCode.E, "alt");
        assertThat(this.<ToggleButton>node("log-follow").isSelected()).isFalse();
    }

    @Test
    void tellsEveryControlToAScreenReader() {
        for (String id : new String[] {
            "log-search", "log-case", "log-word", "log-expression", "log-hit-previous", "log-hit-next", "log-filter",
            "log-errors", "log-follow", "log-wrap", "log-hidden", "log-menu", "log-save", "log-lines",
        }) {
            assertThat(node(id).getAccessibleText()).as(id).isNotBlank();
        }
    }

    private void focusLine(int row) {
        Fx.act(() -> {
            ListView<Integer> lines = node("log-lines");
            lines.requestFocus();
            lines.getSelectionModel().clearAndSelect(row);
        });
    }

    private int rows() {
        return this.<ListView<Integer>>node("log-lines").getItems().size();
    }

    private String found() {
        return this.<Label>node("log-found").getText();
    }

    private List<Double> heights() {
        return Fx.run(() -> {
            stage.getScene().getRoot().layout();
            return stage.getScene().getRoot().lookupAll(".log-cell").stream()
                    .filter(cell -> cell instanceof LogCell shown && !shown.isEmpty())
                    .map(cell -> cell.getBoundsInLocal().getHeight())
                    .toList();
        });
    }

    private static String clipboard() {
        return Fx.run(() -> Clipboard.getSystemClipboard().getString());
    }

    private TreeSet<String> texts(String selector) {
        return Fx.run(() -> {
            stage.getScene().getRoot().layout();
            TreeSet<String> texts = new TreeSet<>();
            stage.getScene().getRoot().lookupAll(selector).forEach(node -> texts.add(((Label) node).getText()));
            return texts;
        });
    }

    private void press(KeyCode code, String keys) {
        Fx.act(() -> {
            Node owner = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    owner == null ? stage.getScene().getRoot() : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, keys.contains("shift"), keys.contains("ctrl"),
                            keys.contains("alt"), false));
        });
    }

    // Ids and the kinds of their nodes belong together; a wrong pair fails in the test that uses it.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Node> T node(String id) {
        return (T) Objects.requireNonNull(stage.getScene().getRoot().lookup("#" + id), id);
    }
}
