package dev.signalbox.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardEditorTest {

    private static final String LONG = """
            version: 1
            discover: targets
            environments:
              - development
              - staging
              - {name: production, production: true}
            services:
              - name: checkout
                group: Storefront
                repository: acme/checkout
                deploy: deploy.yml
                targets:
                  staging: {cluster: staging-eu, namespace: shop}
                  production: {cluster: prod-eu, namespace: shop}
              - name: search
                group: Storefront
                repository: acme/search
                wrong: yes
            """;

    private final FakeTexts team = new FakeTexts();
    private final FakeTexts own = FakeTexts.own();
    private final List<Intent> proposed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private BoardEditor editor;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void make() {
        editor = Fx.run(this::fresh);
        stage = Fx.show(() -> editor.node(), 1000, 800);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void goesFromTypingToTheSheet() {
        Fx.act(editor::edit);
        assertThat(editor.open().getValue()).isTrue();
        assertThat(button("editor-press").isDisabled()).isTrue();
        type(FakeTexts.OLD + "# more\n");
        Fx.act(() -> find("editor-title", TextField.class).setText("Say more"));
        assertThat(button("editor-press").isDisabled()).isFalse();
        Fx.act(() -> button("editor-press").fire());
        assertThat(proposed).singleElement().isInstanceOf(Intent.ProposeTeamFile.class);
        assertThat(editor.open().getValue()).as("it waits below the sheet").isTrue();
    }

    @Test
    void aProblemLeadsToItsLine() {
        Fx.act(editor::edit);
        type("version: 1\nwrong: x\nenvironments: []\n");
        Button problem = button("editor-problem-0");
        assertThat(problem.getAccessibleText()).isEqualTo("Line 2: \"wrong\" is not known; write \"right\"");
        Fx.act(problem::fire);
        TextArea text = find("editor-text", TextArea.class);
        assertThat(Fx.run(text::getSelectedText)).isEqualTo("wrong: x");
        assertThat(Fx.run(text::isFocused)).isTrue();
    }

    @Test
    void numbersEveryLine() {
        Fx.act(editor::edit);
        type("a\nb\nc\n");
        TextArea numbers = Fx.run(
                () -> (TextArea) Objects.requireNonNull(editor.node().lookup(".sb-editor-numbers")));
        assertThat(numbers.getText()).isEqualTo("1\n2\n3\n4\n\n");
        double narrow = numbers.getMaxWidth();
        type("x\n".repeat(1_000));
        assertThat(numbers.getMaxWidth()).isGreaterThan(narrow);
        assertThat(numbers.isFocusTraversable()).isFalse();
    }

    @Test
    void tabLeavesTheTextAndWritesNone() {
        Fx.act(editor::edit);
        Fx.act(editor::takeFocus);
        TextArea text = find("editor-text", TextArea.class);
        Fx.act(() -> Event.fireEvent(
                text, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false)));
        assertThat(Fx.run(text::isFocused)).isFalse();
        assertThat(text.getText()).doesNotContain("\t");
    }

    @Test
    void whatIsReadAloudIsWhole() {
        Fx.act(editor::edit);
        type(FakeTexts.OLD + "# more\n");
        assertThat(editor.node().getAccessibleText()).isEqualTo("Edit the team file");
        assertThat(Fx.run(() -> editor.node().lookupAll(".sb-code .sb-mono").stream()
                .map(Node::getAccessibleText).toList())).contains("added, line 4: # more");
        for (Node node : Fx.run(() -> List.copyOf(editor.node().lookupAll("*")))) {
            if (node.isFocusTraversable() && node.getId() != null) {
                assertThat(node.getAccessibleText()).as(node.getId()).isNotBlank();
            }
        }
    }

    @Test
    void thisMachinesFileWantsNoTitle() {
        team.there = false;
        Fx.act(editor::edit);
        assertThat(find("editor-title", TextField.class).getParent().isVisible()).isFalse();
        assertThat(button("editor-press").getText()).isEqualTo("Save");
        assertThat(Fx.run(() -> button("editor-request").isVisible())).isFalse();
    }

    @Test
    void thePaletteLeadsToEachFileThatThereIs() {
        List<PaletteEntry> entries = editor.entries(ConsoleState.EMPTY, SampleStates.NOW);
        assertThat(entries).extracting(PaletteEntry::title)
                .containsExactly("Edit the team file", "Edit this machine's board file");
        Fx.act(entries.get(1).choose());
        assertThat(own.opens).isEqualTo(1);
        team.there = false;
        own.there = false;
        assertThat(editor.entries(ConsoleState.EMPTY, SampleStates.NOW)).isEmpty();
        int before = own.opens;
        Fx.act(editor::edit);
        assertThat(own.opens).isEqualTo(before);
    }

    @Test
    void theSettingsLeadToItToo() {
        SettingsPage page = editor.page();
        assertThat(page.id()).isEqualTo("board-file");
        Region control = Fx.run(() -> page.settings().getFirst().control().get());
        assertThat(control.getChildrenUnmodifiable()).hasSize(2);
        Fx.act(() -> ((Button) control.getChildrenUnmodifiable().getFirst()).fire());
        assertThat(editor.open().getValue()).isTrue();
        team.there = false;
        own.there = false;
        assertThat(Fx.run(() -> page.settings().getFirst().control().get()).lookup("#edit-board-0")).isNull();
    }

    @Test
    void isDismissedLikeEveryLayer() {
        Fx.act(editor::edit);
        Fx.act(editor::dismiss);
        assertThat(editor.open().getValue()).isFalse();
        Fx.act(editor::edit);
        Fx.act(() -> button("editor-close").fire());
        assertThat(editor.open().getValue()).isFalse();
    }

    @Test
    void canBeDrawnInBothThemes(@TempDir Path folder) {
        String copy = System.getProperty("signalbox.pictures", "");
        Path into = copy.isEmpty() ? folder : Path.of(copy);
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {1_000, 1_440}) {
                Path file = into.resolve(
                        "editor-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                Fx.picture(() -> drawn(width), theme, width, 860, file);
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    private Parent drawn(int width) {
        Opened from = team.opened;
        team.opened = new Opened(
                "ops/board.yaml on main of https://git.example.com/acme/board.git",
                LONG.replace("    wrong: yes\n", "").replace("  - development\n", "  - production-old\n"), LONG,
                "What is on main is not valid: board.yaml, line 3: an environment has no name. You begin with the last"
                        + " version that was in force.",
                from.way());
        BoardEditor one = fresh();
        one.edit();
        team.opened = from;
        StackPane window = new StackPane(one.node());
        one.node().setMaxSize(Math.min(1_240, width - 48), 812);
        return window;
    }

    private BoardEditor fresh() {
        return new BoardEditor(List.of(team, own), proposed::add, page -> {}, Runnable::run, Runnable::run);
    }

    private void type(String text) {
        Fx.act(() -> find("editor-text", TextArea.class).setText(text));
    }

    private Button button(String id) {
        return find(id, Button.class);
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(editor.node().lookup("#" + id), id));
    }
}
