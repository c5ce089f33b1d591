package dev.signalbox.ui.team;

import dev.signalbox.domain.team.TeamStanding;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The sheet of the team file. A yes is for the commit that was there when the sheet was opened: when a newer one comes
/// meanwhile, nothing can be answered until a person has asked to see that one.
final class TeamSheetViewModel {

    private final TeamAnswers answers;
    private final BooleanProperty open;
    private TeamStanding team = TeamStanding.NONE;
    private Instant now = Instant.EPOCH;
    private String looked = "";

    // Properties

    private final ReadOnlyObjectWrapper<TeamCard> card;
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(false);

    /// @param open whether the sheet lies over the window; set by whoever opens it
    TeamSheetViewModel(TeamAnswers answers, BooleanProperty open) {
        this.answers = answers;
        this.open = open;
        card = new ReadOnlyObjectWrapper<>(TeamRows.of(team, now));
        open.addListener((property, before, isOpen) -> {
            if (isOpen) {
                lookAgain();
            }
        });
    }

    ReadOnlyObjectProperty<TeamCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// Whether another commit came while the sheet was open.
    ReadOnlyBooleanProperty movedProperty() {
        return moved.getReadOnlyProperty();
    }

    BooleanProperty openProperty() {
        return open;
    }

    // Commands

    void show(TeamStanding standing, Instant time) {
        team = standing;
        now = time;
        if (!open.get()) {
            return;
        }
        TeamCard newest = TeamRows.of(team, now);
        boolean answered = newest.commit().isEmpty() && looked.equals(inForce());
        boolean another = !newest.commit().equals(looked) && !answered;
        moved.set(another);
        if (!another) {
            card.set(newest);
        }
    }

    /// Shows what is newest by now.
    void lookAgain() {
        TeamCard newest = TeamRows.of(team, now);
        looked = newest.commit();
        moved.set(false);
        card.set(newest);
    }

    void accept() {
        if (answerable()) {
            answers.accept(looked);
        }
    }

    void keepOld() {
        if (answerable()) {
            answers.keepOld(looked);
            dismiss();
        }
    }

    void dismiss() {
        open.set(false);
    }

    private boolean answerable() {
        return !looked.isEmpty() && !moved.get();
    }

    private String inForce() {
        return team.inForce() == null ? "" : Objects.requireNonNull(team.inForce()).commit().id();
    }
}
