package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.ui.widget.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Quiet for a while, and until when it is.
final class SnoozeView extends VBox {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ObjectProperty<NoticeWishes> wishes;
    private final InstantSource clock;
    private final DateTimeFormatter words;
    private final Label until = Texts.sub("");
    private final Button end;

    SnoozeView(ObjectProperty<NoticeWishes> wishes, InstantSource clock, ZoneId zone) {
        super(8);
        this.wishes = wishes;
        this.clock = clock;
        words = DateTimeFormatter.ofPattern("EEEE, HH:mm", Locale.ENGLISH).withZone(zone);
        setId("notices-snooze");
        end = button("Speak again", () -> set(Optional.empty()));
        FlowPane buttons = new FlowPane(6, 6,
                button("30 minutes", () -> set(Optional.of(clock.instant().plus(Duration.ofMinutes(30))))),
                button("2 hours", () -> set(Optional.of(clock.instant().plus(Duration.ofHours(2))))),
                button("Until tomorrow morning", () -> set(Optional.of(
                        clock.instant().atZone(zone).plusDays(1).with(MORNING).toInstant()))),
                end);
        buttons.setPrefWrapLength(420);
        getChildren().addAll(buttons, until);
        wishes.subscribe(this::show);
    }

    private static Button button(String words, Runnable pressed) {
        Button button = new Button(words);
        button.setId("snooze-" + words.toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText("Snooze: " + words);
        button.setOnAction(press -> pressed.run());
        return button;
    }

    private void set(Optional<Instant> wanted) {
        wishes.set(wishes.get().snoozed(wanted));
    }

    private void show(NoticeWishes now) {
        Optional<Instant> quiet = now.snoozedUntil().filter(clock.instant()::isBefore);
        until.setText(quiet.map(at -> "Quiet until " + words.format(at) + ".").orElse("Not snoozed."));
        end.setDisable(quiet.isEmpty());
    }
}
