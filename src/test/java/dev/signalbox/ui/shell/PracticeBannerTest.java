package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PracticeBannerTest {

    private final Recorded incidents = new Recorded();
    private final PracticeBanner banner = Fx.run(() -> {
        PracticeBanner made = new PracticeBanner(incidents);
        assertThat(new Scene(made)).isNotNull();
        return made;
    });

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void saysThatNothingHereIsReal() {
        assertThat(words()).contains(
                "Practice", "An embedded team on this machine. Nothing here reaches a real system.");
    }

    @Test
    void offersEveryIncidentWithWhatItWillDo() {
        assertThat(menu().getItems()).extracting(MenuItem::getId)
                .containsExactly("incident-bad-deploy", "incident-rate-limit");
        assertThat(texts(menu().getItems().getFirst())).containsExactly("Bad deploy", "Pods crash.");
    }

    @Test
    void namesWhatIsOnAndOffersToEndIt() {
        Fx.act(() -> menu().getItems().getFirst().fire());
        assertThat(incidents.heard).containsExactly("start bad-deploy");
        assertThat(words()).contains("On now: Bad deploy");
        assertThat(texts(menu().getItems().getFirst())).first().isEqualTo("End: Bad deploy");
        Fx.act(() -> menu().getItems().getLast().fire());
        assertThat(words()).contains("On now: Bad deploy, Rate limit");
        Fx.act(() -> menu().getItems().getFirst().fire());
        assertThat(incidents.heard).containsExactly("start bad-deploy", "start rate-limit", "end bad-deploy");
        assertThat(words()).contains("On now: Rate limit");
    }

    @Test
    void whatEndedByItselfIsSeenWhenTheMenuOpens() {
        incidents.running.add("rate-limit");
        Fx.act(() -> Event.fireEvent(menu(), new Event(MenuButton.ON_SHOWING)));
        assertThat(words()).contains("On now: Rate limit");
        incidents.running.clear();
        Fx.act(banner::refresh);
        assertThat(words()).noneMatch(w -> w.startsWith("On now"));
    }

    @Test
    void theMenuIsNotRebuiltUnderThePointerWhileNothingChanges() {
        MenuItem before = menu().getItems().getFirst();
        Fx.act(banner::refresh);
        assertThat(menu().getItems().getFirst()).isSameAs(before);
        incidents.running.add("bad-deploy");
        Fx.act(banner::refresh);
        assertThat(menu().getItems().getFirst()).isNotSameAs(before);
    }

    @Test
    void aScreenReaderHearsWhatTheMenuIsFor() {
        assertThat(menu().getAccessibleText()).isEqualTo("Incidents: let something go wrong on purpose");
    }

    @Test
    void nothingOffersToLeaveWhereThereIsNoWindowToLeave() {
        assertThat(banner.lookup("#practice-leave")).isNull();
    }

    @Test
    void whoWantsToConnectForRealLeavesByTheLastButtonAndIsToldTheWayBack() {
        AtomicInteger left = new AtomicInteger();
        Fx.act(() -> banner.leaveWith(left::incrementAndGet));
        Button leave = (Button) Objects.requireNonNull(banner.lookup("#practice-leave"));
        assertThat(banner.getChildren().getLast()).isSameAs(leave);
        assertThat(leave.getText()).isEqualTo("Connect for real…");
        assertThat(leave.isFocusTraversable()).isTrue();
        assertThat(leave.getAccessibleHelp()).contains("“Practise” leads back");
        assertThat(leave.getTooltip().getText()).isEqualTo(leave.getAccessibleHelp());
        Fx.act(leave::fire);
        assertThat(left).hasValue(1);
    }

    @Test
    void theWayOutIsReachedByTabAfterTheIncidents() {
        Fx.act(() -> banner.leaveWith(() -> {}));
        Stage stage = Fx.run(() -> {
            Stage made = new Stage();
            made.setScene(banner.getScene());
            made.show();
            menu().requestFocus();
            return made;
        });
        new Keys(stage).press(KeyCode.TAB);
        String owner = Fx.run(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
        Fx.act(stage::close);
        assertThat(owner).isEqualTo("practice-leave");
    }

    @Test
    void looksAsItShould() {
        String pictures = System.getProperty("signalbox.pictures", "");
        incidents.running.add("bad-deploy");
        for (Theme theme : pictures.isEmpty() ? new Theme[0] : Theme.values()) {
            Fx.picture(() -> {
                PracticeBanner made = new PracticeBanner(incidents);
                made.leaveWith(() -> {});
                return made;
            }, theme, 1_000, 60, Path.of(pictures, "practice-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        Fx.act(banner::refresh);
        assertThat(words()).contains("On now: Bad deploy");
    }

    private MenuButton menu() {
        return (MenuButton) Objects.requireNonNull(banner.lookup("#incidents"));
    }

    private List<String> words() {
        return Fx.run(() -> banner.lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList());
    }

    private static List<String> texts(MenuItem item) {
        return ((CustomMenuItem) item).getContent().lookupAll(".label").stream()
                .flatMap(n -> n instanceof Label l ? Stream.of(l.getText()) : Stream.empty())
                .toList();
    }

    private static final class Recorded implements Incidents {

        final Set<String> running = new LinkedHashSet<>();
        final List<String> heard = new ArrayList<>();

        @Override
        public List<Incident> all() {
            return List.of(
                    new Incident("bad-deploy", "Bad deploy", "Pods crash.", running.contains("bad-deploy")),
                    new Incident("rate-limit", "Rate limit", "Requests are refused.",
                            running.contains("rate-limit")));
        }

        @Override
        public void start(String id) {
            heard.add("start " + id);
            running.add(id);
        }

        @Override
        public void end(String id) {
            heard.add("end " + id);
            running.remove(id);
        }
    }
}
