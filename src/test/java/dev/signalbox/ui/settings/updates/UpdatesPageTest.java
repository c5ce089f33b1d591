package dev.signalbox.ui.settings.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.settings.SettingsScreen;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UpdatesPageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String WHERE = "https://github.com/acme/box";
    private static final LastLook NEWER = new LastLook(
            NOW.minusSeconds(600), new PublishedVersion(
                    Version.parse("0.2.0").orElseThrow(), URI.create(WHERE + "/releases/0.2.0"),
                    Instant.parse("2026-11-12T08:00:00Z")),
            "");

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    /// Notes what is wanted; the test says how it stands.
    private static final class Played implements UpdateCheck {

        private final List<String> wanted = new ArrayList<>();
        private final ReadOnlyObjectWrapper<Standing> standing =
                new ReadOnlyObjectWrapper<>(new Standing(Wanted.NEVER, "", "", false, null, ""));

        void stand(Wanted chosen, String where, boolean looking, @Nullable LastLook last) {
            standing.set(new Standing(chosen, where, "", looking, last, ""));
        }

        @Override
        public ReadOnlyObjectProperty<Standing> standing() {
            return standing;
        }

        @Override
        public void choose(Wanted chosen) {
            wanted.add("choose " + chosen);
        }

        @Override
        public void askAt(String where) {
            wanted.add("ask at " + where);
        }

        @Override
        public void look() {
            wanted.add("look");
        }

        @Override
        public void openPage() {
            wanted.add("open");
        }
    }

    private static SettingsPage page(UpdateCheck check) {
        return new UpdatesPage(
                check, Version.parse("0.1.0").orElseThrow(), InstantSource.fixed(NOW), new TimeOfDay(ZoneOffset.UTC))
                .page();
    }

    /// All controls of the page, one below the other.
    private static Parent controls(UpdateCheck check) {
        VBox all = new VBox();
        for (Setting setting : page(check).settings()) {
            all.getChildren().add(setting.control().get());
        }
        return all;
    }

    private static <T extends Node> T find(Parent root, Class<T> type, String id) {
        return type.cast(root.lookup("#" + id));
    }

    @Test
    void itIsOffUntilSomebodySwitchesItOn() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            assertThat(find(root, ToggleButton.class, "updates-daily-never").isSelected()).isTrue();
            assertThat(check.wanted).isEmpty();
            find(root, ToggleButton.class, "updates-daily-daily").fire();
            assertThat(check.wanted).containsExactly("choose DAILY");
            check.stand(UpdateCheck.Wanted.DAILY, WHERE, false, null);
            assertThat(check.wanted).as("what is shown is not chosen again").hasSize(1);
            find(root, ToggleButton.class, "updates-daily-never").fire();
            assertThat(check.wanted).endsWith("choose NEVER");
        });
    }

    @Test
    void anAddressIsTakenByButtonAndByEnter() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            TextField field = find(root, TextField.class, "updates-where");
            field.setText("  " + WHERE + " ");
            find(root, Button.class, "updates-use").fire();
            field.setText("");
            field.fireEvent(new ActionEvent());
            assertThat(check.wanted).containsExactly("ask at " + WHERE, "ask at ");
        });
    }

    @Test
    void aRefusedAddressIsSaidBesideTheField() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            assertThat(root.lookup("#updates-refused").isVisible()).isFalse();
            check.standing.set(new UpdateCheck.Standing(
                    UpdateCheck.Wanted.NEVER, "", "", false, null, "The address must begin with https://."));
            assertThat(root.lookup("#updates-refused").isVisible()).isTrue();
            assertThat(root.lookup("#updates-refused").getAccessibleText()).contains("https://");
        });
    }

    @Test
    void lookingNowNeedsAnAddressAndIsNotAskedTwice() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            Button look = find(root, Button.class, "updates-look");
            assertThat(look.isDisabled()).as("no address").isTrue();
            check.stand(UpdateCheck.Wanted.NEVER, WHERE, false, null);
            look.fire();
            assertThat(check.wanted).containsExactly("look");
            check.stand(UpdateCheck.Wanted.NEVER, WHERE, true, null);
            assertThat(look.isDisabled()).as("asking already").isTrue();
            assertThat(find(root, Label.class, "updates-words").getText()).isEqualTo("Asking…");
        });
    }

    @Test
    void aNewerVersionIsTextAndALinkThatOpensTheBrowser() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            Hyperlink link = find(root, Hyperlink.class, "updates-page");
            assertThat(link.isVisible()).isFalse();
            check.stand(UpdateCheck.Wanted.DAILY, WHERE, false, NEWER);
            assertThat(find(root, Label.class, "updates-words").getText()).startsWith("Version 0.2.0");
            assertThat(link.getText()).isEqualTo("Look at 0.2.0 on github.com");
            assertThat(link.getAccessibleText()).contains("opens the browser");
            link.fire();
            assertThat(check.wanted).containsExactly("open");
        });
    }

    @Test
    void whereNothingCanBeLookedForNothingIsOffered() {
        Fx.act(() -> {
            Played check = new Played();
            Parent root = controls(check);
            check.standing.set(new UpdateCheck.Standing(
                    UpdateCheck.Wanted.NEVER, WHERE, "Practice reaches nothing outside.", false, NEWER, ""));
            assertThat(root.lookup("#updates-daily").isDisabled()).isTrue();
            assertThat(root.lookup("#updates-where").isDisabled()).isTrue();
            assertThat(root.lookup("#updates-use").isDisabled()).isTrue();
            assertThat(root.lookup("#updates-look").isDisabled()).isTrue();
            assertThat(root.lookup("#updates-page").isVisible()).isFalse();
            assertThat(find(root, Label.class, "updates-words").getText()).startsWith("Practice reaches");
        });
    }

    @Test
    void looksAsItShould() {
        String pictures = System.getProperty("signalbox.pictures", "");
        for (Theme theme : pictures.isEmpty() ? new Theme[0] : Theme.values()) {
            Fx.picture(() -> {
                Played check = new Played();
                check.standing.set(new UpdateCheck.Standing(
                        UpdateCheck.Wanted.DAILY, WHERE, "", false,
                        new LastLook(NEWER.at(), NEWER.found(), "It cannot be reached: no route to host."),
                        "The address must begin with https://."));
                SettingsScreen screen = new SettingsScreen(List.of(page(check)), place -> {});
                screen.open(new Place.AtSetting("updates", ""));
                screen.shown();
                return screen.node();
            }, theme, 1_000, 560, Path.of(pictures, "updates-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        assertThat(Fx.run(() -> page(new Played()).id())).isEqualTo("updates");
    }
}
