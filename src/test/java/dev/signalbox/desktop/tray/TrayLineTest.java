package dev.signalbox.desktop.tray;

import static dev.signalbox.desktop.tray.TrayLine.Kind.ENTRY;
import static dev.signalbox.desktop.tray.TrayLine.Kind.HEADING;
import static dev.signalbox.desktop.tray.TrayLine.Kind.SEPARATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the tray's menu says from top to bottom, whatever draws it.
class TrayLineTest {

    private final List<String> done = new ArrayList<>();
    private final TrayOwner owner = new TrayOwner() {
        @Override
        public void opened(String link) {
            done.add("open " + link);
        }

        @Override
        public void quit() {
            done.add("quit");
        }

        @Override
        public void stands(TrayStanding standing) {
            done.add("stands");
        }
    };
    private final List<TrayLine> lines = TrayLine.of(
            new TrayFace(
                    TraySign.FAILING, 1, "1 failing, 1 waits for you",
                    List.of(new TraySection("Failing",
                            List.of(new TrayEntry("web in prod", "signalbox://board/web"))))),
            owner);

    @Test
    void itSaysHowThingsStandThenLeadsThereAndEndsWithTheEnd() {
        assertThat(lines.stream().filter(line -> line.kind() != SEPARATOR).map(TrayLine::words))
                .containsExactly("1 failing, 1 waits for you", "Open Signalbox", "Failing", "web in prod", "Quit");
        assertThat(lines.stream().filter(line -> line.kind() == HEADING).map(TrayLine::words))
                .containsExactly("1 failing, 1 waits for you", "Failing");
        assertThat(lines.stream().map(TrayLine::key)).doesNotHaveDuplicates();
    }

    @Test
    void aClickLeadsToTheCardToTheWindowOrToTheEnd() {
        lines.stream().filter(line -> line.kind() == ENTRY).forEach(line -> line.press().run());

        assertThat(done).containsExactly("open ", "open signalbox://board/web", "quit");
    }

    @Test
    void whatIsThereToBeReadDoesNothing() {
        lines.stream().filter(line -> line.kind() != ENTRY).forEach(line -> line.press().run());

        assertThat(done).isEmpty();
    }
}
