package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.tray.TrayStanding;
import dev.signalbox.ui.settings.desktop.ClosedWindow.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedClosingTest {

    private static final TrayStanding THERE = new TrayStanding(true, "");
    private static final TrayStanding NONE = new TrayStanding(false, "There is no tray.");

    @TempDir
    private Path folder;

    private SavedClosing closing() {
        return new SavedClosing(new SettingsFile(folder.resolve("tray.properties")), Runnable::run);
    }

    @Test
    void closingEndsTheConsoleUntilSomebodyWantsItOtherwise() {
        SavedClosing closing = closing();
        closing.stands(THERE);
        assertThat(closing.standing().get())
                .matches(s -> s.wanted() == Wanted.ENDS && s.possible() && s.words().isEmpty());
        assertThat(closing.hides()).isFalse();
        closing.choose(Wanted.HIDES);
        assertThat(closing.hides()).isTrue();
        closing.choose(Wanted.ENDS);
        assertThat(closing.hides()).isFalse();
    }

    @Test
    void whatWasChosenHoldsAtTheNextStartAsSoonAsThereIsATray() {
        closing().choose(Wanted.HIDES);
        SavedClosing next = closing();
        assertThat(next.standing().get().wanted()).isEqualTo(Wanted.HIDES);
        assertThat(next.hides()).as("before anybody knows of a tray").isFalse();
        assertThat(next.standing().get().words()).startsWith("It is not known yet");
        next.stands(THERE);
        assertThat(next.hides()).isTrue();
    }

    @Test
    void withoutATrayNothingIsHiddenAndItIsSaidWhy() {
        SavedClosing closing = closing();
        closing.stands(THERE);
        closing.choose(Wanted.HIDES);
        closing.stands(NONE);
        assertThat(closing.hides()).isFalse();
        assertThat(closing.standing().get().possible()).isFalse();
        assertThat(closing.standing().get().words())
                .isEqualTo("There is no tray. Until there is one, closing ends the console.");
        closing.choose(Wanted.ENDS);
        assertThat(closing.standing().get().words()).isEqualTo("There is no tray.");
    }

    @Test
    void itIsExplainedOnceEver() {
        SavedClosing first = closing();
        first.choose(Wanted.HIDES);
        assertThat(first.explains()).isTrue();
        assertThat(first.explains()).isFalse();
        SavedClosing next = closing();
        assertThat(next.explains()).isFalse();
        assertThat(next.standing().get().wanted()).as("kept beside it").isEqualTo(Wanted.HIDES);
    }

    @Test
    void aFileThatCannotBeReadCountsAsNothingChosen() throws IOException {
        Files.writeString(folder.resolve("tray.properties"),
                "settings-version=1\nclosing=forever\nexplained=perhaps\n");
        SavedClosing closing = closing();
        closing.stands(THERE);
        assertThat(closing.hides()).isFalse();
        assertThat(closing.explains()).isTrue();
    }

    @Test
    void aDiskThatIsFullIsNoReasonToStop() {
        SavedClosing closing = new SavedClosing(
                new SettingsFile(folder.resolve("nowhere").resolve("tray.properties")), Runnable::run);
        closing.stands(THERE);
        closing.choose(Wanted.HIDES);
        assertThat(closing.hides()).isTrue();
    }
}
