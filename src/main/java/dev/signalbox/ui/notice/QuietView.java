package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.notice.QuietHours;
import dev.signalbox.ui.widget.Choice;
import dev.signalbox.ui.widget.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// On which days it is quiet, and from when until when.
final class QuietView extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    /// The days that one can choose.
    private enum Days {
        NEVER("Never", EnumSet.noneOf(DayOfWeek.class)),
        EVERY_DAY("Every day", EnumSet.allOf(DayOfWeek.class)),
        WORKDAYS("Monday to Friday", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
        WEEKEND("Saturday and Sunday", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

        private final String words;
        private final Set<DayOfWeek> days;

        Days(String words, Set<DayOfWeek> days) {
            this.words = words;
            this.days = days;
        }

        static Days of(Optional<QuietHours> quiet) {
            Set<DayOfWeek> wanted = quiet.map(QuietHours::days).orElse(Set.of());
            return List.of(values()).stream().filter(d -> d.days.equals(wanted)).findFirst().orElse(EVERY_DAY);
        }
    }

    private final ObjectProperty<NoticeWishes> wishes;
    private final ZoneId zone;
    private final Choice<Days> days = new Choice<>("quiet-days", "Quiet hours", List.of(Days.values()), d -> d.words);
    private final TextField from = time("quiet-from", "22:00", "Quiet from, hours and minutes");
    private final TextField until = time("quiet-until", "07:00", "Quiet until, hours and minutes");

    QuietView(ObjectProperty<NoticeWishes> wishes, ZoneId zone) {
        super(8);
        this.wishes = wishes;
        this.zone = zone;
        setId("notices-quiet");
        Label begin = Texts.sub("from");
        Label end = Texts.sub("until");
        begin.setMinWidth(USE_PREF_SIZE);
        end.setMinWidth(USE_PREF_SIZE);
        HBox times = new HBox(8, begin, from, end, until);
        times.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(days, times);
        show(wishes.get());
        wishes.addListener((property, before, now) -> show(now));
        days.chosenProperty().addListener((property, before, now) -> choose());
        from.textProperty().addListener((property, before, now) -> choose());
        until.textProperty().addListener((property, before, now) -> choose());
    }

    private static TextField time(String id, String preset, String spoken) {
        TextField field = new TextField(preset);
        field.setId(id);
        field.setPrefColumnCount(5);
        field.setAccessibleText(spoken);
        return field;
    }

    private void show(NoticeWishes now) {
        days.choose(Days.of(now.quiet()));
        now.quiet().ifPresent(quiet -> {
            // What somebody is just writing may say the same in other letters.
            if (!read(from).equals(Optional.of(quiet.from()))) {
                from.setText(quiet.from().toString());
            }
            if (!read(until).equals(Optional.of(quiet.until()))) {
                until.setText(quiet.until().toString());
            }
        });
    }

    private void choose() {
        Optional<LocalTime> begin = read(from);
        Optional<LocalTime> end = read(until);
        Days chosen = days.chosenProperty().get();
        from.pseudoClassStateChanged(WRONG, begin.isEmpty());
        until.pseudoClassStateChanged(WRONG, end.isEmpty());
        if (chosen == null || begin.isEmpty() || end.isEmpty()) {
            return;
        }
        Optional<QuietHours> quiet = chosen == Days.NEVER
                ? Optional.empty()
                : Optional.of(new QuietHours(begin.get(), end.get(), chosen.days, zone));
        NoticeWishes w = wishes.get();
        if (!quiet.equals(w.quiet())) {
            wishes.set(new NoticeWishes(w.on(), w.kinds(), w.rules(), quiet, w.snoozedUntil()));
        }
    }

    private static Optional<LocalTime> read(TextField field) {
        String text = field.getText().strip();
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
