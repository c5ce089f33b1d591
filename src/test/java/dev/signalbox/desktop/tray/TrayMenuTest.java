package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class TrayMenuTest {

    private static final UInt32 NOW = new UInt32(0);

    private final Ears ears = new Ears();
    private final TrayMenu menu = new TrayMenu(ears);

    private static TrayFace face(String... services) {
        List<TrayEntry> entries = List.of(services).stream()
                .map(name -> new TrayEntry(name, "signalbox://service/" + name))
                .toList();
        return new TrayFace(
                TraySign.FAILING, 0, services.length + " failing",
                entries.isEmpty() ? List.of() : List.of(new TraySection("Failing", entries)));
    }

    private int idOf(String label) {
        return menu.groupProperties(List.of(), List.of()).stream()
                .filter(entry -> label.equals(label(entry.values)))
                .findFirst()
                .orElseThrow().id;
    }

    private static String label(Map<String, Variant<?>> values) {
        Variant<?> label = values.get("label");
        return label == null ? "–" : String.valueOf(label.getValue());
    }

    private void click(int id) {
        menu.event(id, "clicked", new Variant<>(0), NOW);
    }

    @Test
    void thereIsAWayInAndAWayOutBeforeAnythingIsKnown() {
        assertThat(menu.groupProperties(List.of(), List.of()))
                .extracting(entry -> label(entry.values))
                .containsExactly("Not read yet", "–", "Open Signalbox", "–", "Quit");
        click(idOf("Open Signalbox"));
        click(idOf("Quit"));
        assertThat(ears.heard).containsExactly("open ", "quit");
    }

    @Test
    void aMenuThatIsDrawnWhileThingsMoveNeverLeadsElsewhere() {
        menu.take(face("checkout", "ledger"));
        int checkout = idOf("checkout");
        int ledger = idOf("ledger");
        menu.take(face("ledger", "search"));

        click(checkout);
        assertThat(ears.heard).as("what is gone leads nowhere").isEmpty();
        click(ledger);
        assertThat(ears.heard).containsExactly("open signalbox://service/ledger");
        assertThat(idOf("ledger")).as("what stays keeps its number").isEqualTo(ledger);

        menu.take(face("checkout"));
        assertThat(idOf("checkout")).as("a number is not used twice").isGreaterThan(checkout).isNotEqualTo(ledger);
    }

    @Test
    void onlyAClickDoesSomethingAndHeadingsNever() {
        menu.take(face("checkout"));
        int checkout = idOf("checkout");
        for (String event : List.of("hovered", "opened", "closed", "", "CLICKED", "clicked ")) {
            menu.event(checkout, event, new Variant<>(0), NOW);
        }
        click(idOf("Failing"));
        click(idOf("1 failing"));
        click(0);
        click(-1);
        assertThat(ears.heard).isEmpty();
    }

    @Test
    void everyMenuHasANumberOfItsOwn() {
        long first = menu.take(face("checkout"));
        long second = menu.take(face());
        assertThat(second).isGreaterThan(first);
        assertThat(menu.layout(0, -1, List.of()).first.longValue()).isEqualTo(second);
    }

    @Test
    void theLayoutIsOneLevelBelowTheRoot() {
        menu.take(face("checkout"));
        DbusMenu.Node root = menu.layout(0, -1, List.of()).second;
        assertThat(root.id).isZero();
        assertThat(root.children).hasSize(8);
        assertThat(root.children).allSatisfy(child -> assertThat(child.getSig()).isEqualTo("(ia{sv}av)"));
        assertThat(menu.layout(0, 0, List.of()).second.children).isEmpty();
        assertThat(menu.layout(idOf("Quit"), -1, List.of()).second.children).isEmpty();
        assertThatThrownBy(() -> menu.layout(999, -1, List.of())).isInstanceOf(DBusExecutionException.class);
    }

    @Test
    void anUnderlineInANameIsAnUnderline() {
        menu.take(face("my_shop__x"));
        assertThat(idOf("my__shop____x")).isPositive();
    }

    @Test
    void whatIsSaidIsNoButton() {
        int words = idOf("Not read yet");
        assertThat(menu.property(words, "enabled").getValue()).isEqualTo(false);
        assertThat(Objects.requireNonNull(menu.groupProperties(List.of(words), List.of()).getFirst()).values)
                .containsKeys("label", "enabled");
        assertThatThrownBy(() -> menu.property(words, "icon-data")).isInstanceOf(DBusExecutionException.class);
    }

    @Test
    void theSameEntryTwiceIsInTheMenuOnce() {
        menu.take(face("checkout", "checkout"));
        assertThat(menu.groupProperties(List.of(), List.of()))
                .extracting(entry -> label(entry.values))
                .filteredOn("checkout"::equals)
                .hasSize(1);
    }

    @Test
    void whoAsksForALotIsAnsweredALittle() {
        List<Integer> many = IntStream.range(0, 100_000).boxed().toList();
        assertThat(menu.groupProperties(many, List.of())).hasSizeLessThan(10);
        assertThat(menu.events(many.stream()
                .map(id -> new DbusMenu.Event(id + 1_000, "clicked", new Variant<>(0), NOW))
                .toList())).hasSize(200);
        assertThat(menu.aboutToShow(7)).isFalse();
        assertThat(menu.aboutToShow(many).first).isEmpty();
        assertThat(ears.heard).isEmpty();
    }

    @Test
    void itsPropertiesAreThoseOfTheProtocolAndCannotBeSet() {
        assertThat(menu.GetAll("com.canonical.dbusmenu")).containsKeys("Version", "Status", "TextDirection");
        assertThat(menu.<Variant<?>>Get("com.canonical.dbusmenu", "Version").getValue()).isEqualTo(new UInt32(3));
        assertThat(menu.GetAll("org.example")).isEmpty();
        assertThatThrownBy(() -> menu.Get("org.example", "Version")).isInstanceOf(DBusExecutionException.class);
        assertThatThrownBy(() -> menu.Set("com.canonical.dbusmenu", "Version", 4))
                .isInstanceOf(DBusExecutionException.class);
    }
}
