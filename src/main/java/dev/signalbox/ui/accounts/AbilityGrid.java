package dev.signalbox.ui.accounts;

import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Texts;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a token may do: a row for each thing, with yes, no or unknown, and what would give it.
final class AbilityGrid extends VBox {

    AbilityGrid(String id, TokenSheet sheet, Instant now, ZoneId zone) {
        super(8);
        setId(id);
        getChildren().add(Texts.wrapped(
                ConnectionWords.safe(sheet.person()) + ", by a " + sheet.kind() + ". "
                        + ConnectionWords.expiry(sheet.expiresAt(), now, zone)));
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().addAll(words, new ColumnConstraints(), new ColumnConstraints());
        int row = 0;
        for (Ability ability : sheet.abilities()) {
            Label what = Texts.plain(ability.what().words());
            Pill state = new Pill(ConnectionWords.word(ability.state()), ConnectionWords.told(ability.state()));
            Label permission = Texts.wrapped(
                    ability.state() == Told.YES ? "" : "Given by " + ability.permission(), "sb-sub");
            state.setAccessibleText(
                    ability.what().words() + ": " + ConnectionWords.word(ability.state()) + ". "
                            + permission.getText());
            grid.addRow(row++, what, state, permission);
        }
        getChildren().add(grid);
        sheet.notes().forEach(note -> getChildren().add(Texts.wrapped(note, "sb-sub")));
    }
}
