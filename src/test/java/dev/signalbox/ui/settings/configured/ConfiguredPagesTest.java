package dev.signalbox.ui.settings.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfiguredPagesTest {

    private final FakeConfigDesk desk = new FakeConfigDesk();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void showsWhatIsInForce() {
        VBox page = made(new HistoryPage(desk).page());
        assertThat(field(page, "history-runs").getText()).isEqualTo("400");
        assertThat(field(page, "history-logs").getText()).isEqualTo("1000");
        assertThat(field(page, "history-backfill").getAccessibleText()).isEqualTo("Fetch the past, in days");
    }

    @Test
    void keepsOnlyWhatWasChangedAndAllOfItAtOnce() {
        VBox page = made(new HistoryPage(desk).page());
        Fx.act(() -> {
            field(page, "history-runs").setText(" 30 ");
            field(page, "history-logs").setText("0");
            button(page, "history-keep").fire();
        });
        assertThat(desk.kept).containsExactly(Map.of("runs", "30", "logs", "0"));
    }

    @Test
    void saysSoWhenNothingWasChanged() {
        VBox page = made(new HistoryPage(desk).page());
        Fx.act(() -> button(page, "history-keep").fire());
        assertThat(desk.kept).isEmpty();
        assertThat(find(page, "history-problem").getAccessibleText()).isEqualTo("Nothing was changed.");
    }

    @Test
    void saysWhyNothingWasKept() {
        desk.refusal = "“Keep runs” needs a whole number.";
        VBox page = made(new HistoryPage(desk).page());
        Fx.act(() -> {
            field(page, "history-runs").setText("many");
            button(page, "history-keep").fire();
        });
        assertThat(find(page, "history-problem").getAccessibleText()).isEqualTo(desk.refusal);
        assertThat(find(page, "history-problem").isVisible()).isTrue();
    }

    @Test
    void somebodysOwnFileIsShownAndNotChanged() {
        desk.fixed = "In the file of --config.";
        SettingsPage page = new HistoryPage(desk).page();
        VBox made = made(page);
        assertThat(field(made, "history-runs").isEditable()).isFalse();
        assertThat(made.lookup("#history-keep")).isNull();
        assertThat(page.settings().getLast().explanation()).isEqualTo("In the file of --config.");
    }

    @Test
    void everyAccountHasItsOwnWayToItsServer() {
        desk.accounts.add("work");
        desk.accounts.add("in\u202eside");
        desk.values.put(ConfigDesk.proxy("work"), "http://proxy.example.com:3128");
        SettingsPage page = new NetworkPage(desk).page();
        VBox made = made(page);
        assertThat(page.settings()).extracting(Setting::title)
                .contains("Proxy of work", "Certificates for work", "Try work")
                .noneMatch(title -> title.contains("\u202e"));
        assertThat(field(made, "network-0-proxy").getText()).isEqualTo("http://proxy.example.com:3128");
        assertThat(field(made, "network-1-proxy").getText()).isEmpty();
        Fx.act(() -> {
            field(made, "network-0-proxy").setText("");
            field(made, "network-1-authority").setText("/etc/company.pem");
            button(made, "network-keep").fire();
        });
        assertThat(desk.kept).containsExactly(Map.of(
                ConfigDesk.proxy("work"), "", ConfigDesk.authority("in\u202eside"), "/etc/company.pem"));
    }

    @Test
    void triesAConnectionAsItIsTypedAndTellsInWords() {
        desk.accounts.add("work");
        VBox page = made(new NetworkPage(desk).page());
        Fx.act(() -> {
            field(page, "network-0-proxy").setText("http://proxy:1");
            button(page, "network-0-test").fire();
        });
        assertThat(desk.tested).containsExactly("work {proxy of work=http://proxy:1}");
        assertThat(((Label) find(page, "network-0-told")).getText()).isEqualTo("It answers.");
        assertThat(button(page, "network-0-test").getAccessibleText()).isEqualTo("Test connection to work");
    }

    @Test
    void withoutAnAccountThePageSaysWhereThingsStand() {
        desk.fixed = "Practice.";
        SettingsPage page = new NetworkPage(desk).page();
        assertThat(page.settings()).extracting(Setting::title).containsExactly("Where this stands");
    }

    private static VBox made(SettingsPage page) {
        return Fx.run(() -> {
            VBox all = new VBox();
            page.settings().stream().map(Setting::control).forEach(control -> all.getChildren().add(control.get()));
            return all;
        });
    }

    private static TextField field(VBox page, String id) {
        return (TextField) find(page, id);
    }

    private static Button button(VBox page, String id) {
        return (Button) find(page, id);
    }

    private static Node find(VBox page, String id) {
        return Objects.requireNonNull(page.lookup("#" + id), id);
    }
}
