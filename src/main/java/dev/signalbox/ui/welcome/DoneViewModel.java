package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.HiddenText;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The last step: everything is kept, then the board opens.
final class DoneViewModel {

    /// Which passphrase is asked for.
    enum Passphrase {
        NONE,
        /// That of a vault that is there.
        EXISTING,
        /// One for a new vault, twice.
        FRESH
    }

    private final SetupDesk desk;
    private final Asking asking;
    private final WizardModel wizard;
    private final Runnable open;
    private final ReadOnlyObjectWrapper<Passphrase> wanted = new ReadOnlyObjectWrapper<>(Passphrase.NONE);
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");

    /// @param open opens the board
    DoneViewModel(SetupDesk desk, Asking asking, WizardModel wizard, Runnable open) {
        this.desk = desk;
        this.asking = asking;
        this.wizard = wizard;
        this.open = open;
    }

    ReadOnlyObjectProperty<Passphrase> wanted() {
        return wanted.getReadOnlyProperty();
    }

    StringProperty passphraseProperty() {
        return passphrase;
    }

    StringProperty againProperty() {
        return again;
    }

    Asking asking() {
        return asking;
    }

    WizardModel wizard() {
        return wizard;
    }

    SetupDesk.Places places() {
        return desk.places();
    }

    void save() {
        if (asking.isBusy()) {
            return;
        }
        if (wanted.get() == Passphrase.FRESH && !passphrase.get().equals(again.get())) {
            asking.object("The two passphrases are not alike.");
            return;
        }
        HiddenText typed = new HiddenText(passphrase.get());
        if (wanted.get() != Passphrase.NONE && typed.isBlank()) {
            asking.object("Type the passphrase.");
            return;
        }
        passphrase.set("");
        again.set("");
        asking.ask("Keeping everything…", way -> {
            desk.save(wizard.chosen(), wizard.accepted(), typed);
            return true;
        }, kept -> open.run(), trouble -> {
            if (trouble instanceof SetupDesk.NeedsPassphrase needs) {
                wanted.set(needs.isFresh() ? Passphrase.FRESH : Passphrase.EXISTING);
            }
        });
    }
}
