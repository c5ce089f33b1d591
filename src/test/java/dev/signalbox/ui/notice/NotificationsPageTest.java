package dev.signalbox.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeRule;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.notice.QuietHours;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsScreen;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationsPageTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    private final ObjectProperty<NoticeWishes> wishes = new SimpleObjectProperty<>(NoticeWishes.USUAL);
    private final List<String> tests = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private NotificationsPage page() {
        return new NotificationsPage(wishes, () -> tests.add("test"), () -> NOW, BERLIN);
    }

    private Parent made() {
        VBox all = new VBox();
        for (Setting setting : page().page().settings()) {
            all.getChildren().add(setting.control().get());
        }
        return all;
    }

    private static <T extends Node> T find(Parent all, Class<T> type, String id) {
        return type.cast(Objects.requireNonNull(all.lookup("#" + id), id));
    }

    @Test
    void whatIsToldIsWhatIsTicked() {
        Fx.run(() -> {
            Parent all = made();
            CheckBox started = find(all, CheckBox.class, "notices-started");
            CheckBox broken = find(all, CheckBox.class, "notices-broken");
            assertThat(started.isSelected()).isFalse();
            assertThat(broken.isSelected()).isTrue();
            started.fire();
            broken.fire();
            assertThat(wishes.get().kinds()).contains(NoticeKind.STARTED).doesNotContain(NoticeKind.BROKEN);
            return true;
        });
    }

    @Test
    void itCanBeSwitchedOffAndTestedAllTheSame() {
        Fx.run(() -> {
            Parent all = made();
            find(all, ToggleButton.class, "notices-on-off").fire();
            assertThat(wishes.get().on()).isFalse();
            find(all, ButtonBase.class, "notices-test").fire();
            assertThat(tests).hasSize(1);
            return true;
        });
    }

    @Test
    void aRuleIsAddedReplacedAndRemoved() {
        Fx.run(() -> {
            Parent all = made();
            ButtonBase add = find(all, ButtonBase.class, "rule-add");
            assertThat(add.isDisabled()).isTrue();
            find(all, TextField.class, "rule-name").setText(" checkout ");
            MenuButton kinds = find(all, MenuButton.class, "rule-kinds");
            add.fire();
            assertThat(wishes.get().rules()).containsExactly(
                    new NoticeRule(NoticeRule.Scope.SERVICE, "checkout", Set.of()));
            CheckMenuItem broken = (CheckMenuItem) kinds.getItems().get(NoticeKind.BROKEN.ordinal());
            broken.setSelected(true);
            broken.fire();
            assertThat(kinds.getText()).isEqualTo("A build breaks");
            find(all, TextField.class, "rule-name").setText("checkout");
            add.fire();
            assertThat(wishes.get().rules()).containsExactly(
                    new NoticeRule(NoticeRule.Scope.SERVICE, "checkout", Set.of(NoticeKind.BROKEN)));
            Parent line = (Parent) ((VBox) find(all, VBox.class, "notices-rules").getChildren().getFirst())
                    .getChildren().getFirst();
            ButtonBase remove = (ButtonBase) line.getChildrenUnmodifiable().getLast();
            assertThat(remove.getAccessibleText()).isEqualTo("Remove the rule for Service checkout");
            remove.fire();
            assertThat(wishes.get().rules()).isEmpty();
            return true;
        });
    }

    @Test
    void quietHoursHoldWhileTheyAreTimes() {
        Fx.run(() -> {
            Parent all = made();
            find(all, ToggleButton.class, "quiet-days-workdays").fire();
            QuietHours nights = new QuietHours(
                    LocalTime.of(22, 0), LocalTime.of(7, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), BERLIN);
            assertThat(wishes.get().quiet()).contains(nights);
            find(all, TextField.class, "quiet-from").setText("25:00");
            assertThat(wishes.get().quiet()).contains(nights);
            find(all, TextField.class, "quiet-from").setText("9:30");
            assertThat(wishes.get().quiet().orElseThrow().from()).isEqualTo(LocalTime.of(9, 30));
            assertThat(find(all, TextField.class, "quiet-from").getText()).isEqualTo("9:30");
            find(all, ToggleButton.class, "quiet-days-never").fire();
            assertThat(wishes.get().quiet()).isEmpty();
            return true;
        });
    }

    @Test
    void aSnoozeSaysUntilWhenAndCanBeEnded() {
        Fx.run(() -> {
            Parent all = made();
            ButtonBase end = find(all, ButtonBase.class, "snooze-speak-again");
            assertThat(end.isDisabled()).isTrue();
            find(all, ButtonBase.class, "snooze-until-tomorrow-morning").fire();
            assertThat(wishes.get().snoozedUntil()).contains(Instant.parse("2026-03-04T07:00:00Z"));
            Label until = (Label) ((VBox) find(all, VBox.class, "notices-snooze")).getChildren().getLast();
            assertThat(until.getText()).isEqualTo("Quiet until Wednesday, 08:00.");
            end.fire();
            assertThat(wishes.get().snoozedUntil()).isEmpty();
            assertThat(until.getText()).isEqualTo("Not snoozed.");
            return true;
        });
    }

    @Test
    void everyControlSaysWhatItIs() {
        Fx.run(() -> {
            Parent all = made();
            for (String id : List.of(
                    "notices-broken", "rule-scope", "rule-name", "rule-kinds", "quiet-from", "quiet-until",
                    "snooze-2-hours", "quiet-days-weekend")) {
                assertThat(find(all, Node.class, id).getAccessibleText()).as(id).isNotBlank();
            }
            return true;
        });
    }

    @Test
    void looksAsItShould() {
        wishes.set(new NoticeWishes(
                true, NoticeKind.usual(),
                List.of(
                        new NoticeRule(
                                NoticeRule.Scope.SERVICE, "checkout", Set.of(NoticeKind.BROKEN, NoticeKind.WAITS)),
                        new NoticeRule(NoticeRule.Scope.ENVIRONMENT, "staging", Set.of())),
                Optional.empty(), Optional.empty()));
        String pictures = System.getProperty("signalbox.pictures", "");
        for (Theme theme : Theme.values()) {
            for (int width : pictures.isEmpty() ? new int[0] : new int[] {1_000, 1_440}) {
                Fx.picture(
                        () -> {
                            SettingsScreen screen = new SettingsScreen(List.of(page().page()), place -> {});
                            screen.open(new Place.AtSetting("notifications", ""));
                            screen.shown();
                            return screen.node();
                        }, theme, width, 1_000,
                        Path.of(pictures, "notices-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
            }
        }
        assertThat(page().page().settings()).hasSize(6);
    }
}
