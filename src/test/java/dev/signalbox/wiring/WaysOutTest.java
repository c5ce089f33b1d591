package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the palette offers to somebody who wants to be elsewhere.
class WaysOutTest {

    private static final Folders REAL = Folders.below(Path.of("real"));

    private final List<String> gone = new ArrayList<>();

    private final Leaving leaving = new Leaving() {
        @Override
        public void again() {
            gone.add("again");
        }

        @Override
        public Optional<String> to(Way way) {
            gone.add(way.toString());
            return Optional.of("Another Signalbox is running there.");
        }

        @Override
        public void tellNext(List<String> sentences) {}

        @Override
        public Written written() {
            return Written.NOTHING;
        }
    };

    private List<PaletteEntry> entries(boolean practising) {
        return new WaysOut(leaving, practising).entries(ConsoleState.EMPTY, Instant.EPOCH);
    }

    @Test
    void practiceLeadsToTheRealThingAndBack() {
        assertThat(entries(true)).extracting(PaletteEntry::title).containsExactly("Connect for real", "Start again");
        assertThat(entries(false)).extracting(PaletteEntry::title).containsExactly("Practise", "Start again");
    }

    @Test
    void nothingIsLeftBeforeItIsChosen() {
        List<PaletteEntry> all = entries(false);
        assertThat(gone).isEmpty();

        all.forEach(entry -> entry.choose().run());

        assertThat(gone).containsExactly("Practise[]", "again");
    }

    @Test
    void whoPractisesIsLedToWhatIsSetUp() {
        entries(true).getFirst().choose().run();

        assertThat(gone).containsExactly("Own[]");
    }

    @Test
    void withoutAWindowThereIsNothingToLeave() {
        assertThat(new WaysOut(null, true).entries(ConsoleState.EMPTY, Instant.EPOCH)).isEmpty();
    }

    @Test
    void onlyPracticeHasFoldersOfItsOwn() {
        assertThat(new Way.Practise().folders(REAL)).isEqualTo(REAL.forPractice()).isNotEqualTo(REAL);
        for (Way way : List.of(
                new Way.Own(), new Way.Given(Path.of("console.yaml")), new Way.Add(Way.First.ACCOUNT),
                new Way.Add(Way.First.CLUSTER))) {
            assertThat(way.folders(REAL)).as(way.toString()).isEqualTo(REAL);
        }
    }

    @Test
    void nothingIsWrittenDownOfAWindowThatWasNeverConnected() {
        assertThat(Leaving.Written.NOTHING.config()).isNull();
        assertThat(Leaving.Written.NOTHING.own()).isNull();
        assertThat(Leaving.Written.NOTHING.folders()).isNull();
    }
}
