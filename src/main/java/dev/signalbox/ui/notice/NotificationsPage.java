package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Choice;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a person is told of, and when not.
public final class NotificationsPage {

    private final ObjectProperty<NoticeWishes> wishes;
    private final Runnable test;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param wishes what holds; what is chosen here is set there
    /// @param test shows one notification
    /// @param zone where the clock on the wall hangs
    public NotificationsPage(ObjectProperty<NoticeWishes> wishes, Runnable test, InstantSource clock, ZoneId zone) {
        this.wishes = wishes;
        this.test = test;
        this.clock = clock;
        this.zone = zone;
    }

    public SettingsPage page() {
        return new SettingsPage("notifications", "Notifications", "fth-bell", List.of(
                new Setting(
                        "on", "Notifications",
                        "What changes is told by your desktop, or in a corner of the window where the desktop shows none.",
                        List.of("notify", "alert", "off", "mute"), this::onOff),
                new Setting(
                        "kinds", "What is told", "Of everything that no rule below is about. Each change is told once.",
                        List.of("broken", "fixed", "started", "waits", "approval", "rolled back", "drift"),
                        this::kinds),
                Setting.wide(
                        "rules", "Rules",
                        "Something else for a service, an environment or a group. A service's rule comes before an "
                                + "environment's, that one before a group's.",
                        List.of("service", "environment", "group", "only", "mute"), () -> new RulesView(wishes)),
                new Setting(
                        "quiet", "Quiet hours",
                        "Nothing is told from the one time to the other, by the clock of " + zone.getId() + ". What "
                                + "happens then is not told later: the screens show it.",
                        List.of("night", "do not disturb", "weekend", "silence"), () -> new QuietView(wishes, zone)),
                new Setting(
                        "snooze", "Snooze", "Nothing is told for a while, for once.", List.of("pause", "later", "mute"),
                        () -> new SnoozeView(wishes, clock, zone)),
                new Setting(
                        "test", "Test", "Shows one notification now, whatever is chosen above.",
                        List.of("try", "check", "daemon"), this::test)));
    }

    private Region onOff() {
        Choice<String> choice = new Choice<>("notices-on", "Notifications", List.of("On", "Off"), word -> word);
        wishes.subscribe(now -> choice.choose(now.on() ? "On" : "Off"));
        choice.chosenProperty().addListener((property, before, now) -> {
            NoticeWishes w = wishes.get();
            wishes.set(new NoticeWishes("On".equals(now), w.kinds(), w.rules(), w.quiet(), w.snoozedUntil()));
        });
        return choice;
    }

    private Region kinds() {
        VBox box = new VBox(6);
        box.setId("notices-kinds");
        for (NoticeKind kind : NoticeKind.values()) {
            CheckBox check = new CheckBox(KindWords.of(kind));
            check.setId("notices-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            check.setMinWidth(Region.USE_PREF_SIZE);
            check.setAccessibleText("Tell when: " + KindWords.of(kind));
            wishes.subscribe(now -> check.setSelected(now.kinds().contains(kind)));
            check.setOnAction(press -> {
                NoticeWishes w = wishes.get();
                Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
                kinds.addAll(w.kinds());
                if (check.isSelected()) {
                    kinds.add(kind);
                } else {
                    kinds.remove(kind);
                }
                wishes.set(new NoticeWishes(w.on(), kinds, w.rules(), w.quiet(), w.snoozedUntil()));
            });
            box.getChildren().add(check);
        }
        return box;
    }

    private Region test() {
        Button button = new Button("Send a test");
        button.setId("notices-test");
        button.setOnAction(press -> test.run());
        return new VBox(button);
    }
}
