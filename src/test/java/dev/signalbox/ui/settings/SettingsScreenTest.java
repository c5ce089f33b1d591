package dev.signalbox.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
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

class SettingsScreenTest {

    private final SamplePages pages = new SamplePages();
    private final List<Place> gone = new ArrayList<>();
    private final SettingsScreen screen = new SettingsScreen(pages.all(), gone::add);

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
        stage = Fx.show(() -> {
            StackPane root = new StackPane(screen.node());
            root.addEventFilter(KeyEvent.KEY_PRESSED, screen::pressed);
            return root;
        }, 1_000, 600);
        keys = new Keys(stage);
        Fx.act(screen::shown);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void opensOnTheFirstPageWithTheKeyboardOnTheList() {
        assertThat(focused()).isEqualTo("settings-pages");
        assertThat(isShown("setting-theme")).isTrue();
        assertThat(pages.made).as("only what is looked at is made").containsExactly("theme", "size");
    }

    @Test
    void arrowsGoFromPageToPage() {
        keys.press(KeyCode.DOWN);
        assertThat(isShown("setting-proxy")).isTrue();
        assertThat(isShown("setting-theme")).isFalse();
        keys.press(KeyCode.UP);
        assertThat(isShown("setting-theme")).isTrue();
        assertThat(pages.made).filteredOn("theme"::equals).as("a page is made once").hasSize(1);
    }

    @Test
    void filtersAsSomebodyTypesAndEnterGoesToTheFirst() {
        keys.press(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isEqualTo("settings-search");
        keys.type("cert");
        assertThat(hits()).containsExactly("certificates");
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("certificates");
        assertThat(Fx.run(() -> find("settings-search", TextField.class).getText())).isEmpty();
        assertThat(isInSight("setting-certificates")).as("scrolled to").isTrue();
    }

    @Test
    void arrowsChooseAmongTheFoundAndEscLeavesTheSearch() {
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.type("more");
        keys.press(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("settings-hits-list");
        keys.press(KeyCode.DOWN);
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("more1");
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.type("font");
        keys.press(KeyCode.ESCAPE);
        assertThat(isShown("settings-hits")).isFalse();
        assertThat(isShown("setting-proxy")).as("the page that was open").isTrue();
    }

    @Test
    void saysSoWhenNothingFits() {
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.type("zzz");
        assertThat(hits()).isEmpty();
        keys.press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("settings-search");
    }

    @Test
    void everySettingIsInThePaletteAndOpensAtItsPlace() {
        List<PaletteEntry> entries = screen.entries(ConsoleState.EMPTY, SampleStates.NOW);
        assertThat(entries).hasSize(16).allMatch(e -> e.kind() == PaletteEntry.Kind.SETTING);
        PaletteEntry size = entries.stream().filter(e -> e.title().equals("Font size")).findFirst().orElseThrow();
        assertThat(size.detail()).isEqualTo("Looks · zoom");
        size.choose().run();
        assertThat(gone).containsExactly(new Place.AtSetting("looks", "size"));
        keys.press(KeyCode.DOWN);
        assertThat(Fx.run(() -> screen.open(gone.getFirst()))).isTrue();
        Fx.act(screen::shown);
        assertThat(focused()).isEqualTo("size");
    }

    @Test
    void knowsOnlyItsOwnPlaces() {
        assertThat(Fx.run(() -> screen.open(new Place.AtSetting("gone", "size")))).isFalse();
        assertThat(Fx.run(() -> screen.open(new Place.AtSetting("looks", "gone")))).isFalse();
        assertThat(Fx.run(() -> screen.open(new Place.AtService("checkout")))).isFalse();
        assertThat(Fx.run(() -> screen.open(new Place.AtSetting("network", "")))).isTrue();
        assertThat(isShown("setting-proxy")).isTrue();
    }

    @Test
    void aControlWithoutANameGetsTheTitle() {
        assertThat(Fx.run(() -> find("size", TextField.class).getAccessibleText())).isEqualTo("Font size");
        assertThat(Fx.run(() -> find("size", TextField.class).getAccessibleHelp())).isEqualTo("How large text is.");
    }

    @Test
    void controlsLieBesideTheirWordsWhereThereIsRoomAndBelowElsewhere() {
        assertThat(isBeside("setting-size", "size")).isTrue();
        Fx.act(() -> stage.setWidth(640));
        Fx.await(() -> stage.getScene().getWidth() < 650);
        assertThat(isBeside("setting-size", "size")).isFalse();
        Fx.act(() -> stage.setWidth(1_000));
        Fx.await(() -> stage.getScene().getWidth() > 990);
        assertThat(isBeside("setting-size", "size")).isTrue();
        keys.press(KeyCode.DOWN);
        assertThat(isBeside("setting-certificates", "certificates")).as("a wide one").isFalse();
    }

    @Test
    void aSettingIsNoHigherThanItsWords() {
        assertThat(Fx.run(() -> find("setting-size", Region.class).getHeight())).isLessThan(90);
        assertThat(Fx.run(() -> find("size", Region.class).getWidth())).isGreaterThan(100);
    }

    @Test
    void theKeyboardIsAlwaysInSight() {
        keys.press(KeyCode.DOWN);
        assertThat(isShown("setting-proxy")).as("drawn, so that Tab can go there").isTrue();
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            keys.press(KeyCode.TAB);
            visited.add(focused());
            assertThat(isInSight(focused())).as(focused()).isTrue();
        }
        assertThat(visited).startsWith("proxy", "more0").endsWith("more11", "certificates");
    }

    private String focused() {
        return Fx.run(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    private boolean isShown(String id) {
        return Fx.run(() -> {
            layOut();
            return stage.getScene().lookup("#" + id) != null;
        });
    }

    /// As the next frames would: what changes while it is laid out is laid out once more.
    private void layOut() {
        for (int i = 0; i < 3; i++) {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        }
    }

    private boolean isInSight(String id) {
        return Fx.run(() -> {
            Node node = find(id, Node.class);
            Bounds place = node.localToScene(node.getBoundsInLocal());
            return place.getMinY() >= 0 && place.getMaxY() <= stage.getScene().getHeight();
        });
    }

    private boolean isBeside(String words, String control) {
        return Fx.run(() -> {
            Bounds whole = find(words, Node.class).localToScene(find(words, Node.class).getBoundsInLocal());
            Bounds part = find(control, Node.class).localToScene(find(control, Node.class).getBoundsInLocal());
            return part.getMinX() > whole.getMinX() + 100;
        });
    }

    private List<String> hits() {
        return Fx.run(() -> find("settings-hits-list", ListView.class).getItems().stream()
                .map(row -> ((HitRow) row).setting())
                .toList());
    }

    private <T> T find(String id, Class<T> type) {
        layOut();
        return type.cast(Objects.requireNonNull(stage.getScene().lookup("#" + id), id));
    }
}
