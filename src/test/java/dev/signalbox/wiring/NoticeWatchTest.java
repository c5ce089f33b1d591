package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Notification;
import dev.signalbox.desktop.Notifications;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.SampleStates;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeWatchTest {

    /// A desktop that shows notifications, or none.
    private static final class Played implements Notifications {

        private final List<Notification> shown = new ArrayList<>();
        private boolean there = true;
        private int closed;

        @Override
        public boolean show(Notification notification) {
            return there && shown.add(notification);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @TempDir
    private Path folder;

    private final Played desktop = new Played();
    private final List<String> window = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();
    private final Store store = new Store(new Reducer(), Runnable::run);

    private NoticeWatch watch(java.util.concurrent.Executor workers) {
        return new NoticeWatch(
                store, () -> SampleStates.NOW,
                new SavedNotices(
                        new SettingsFile(folder.resolve("notices.properties")), Runnable::run, ZoneOffset.UTC),
                desktop,
                (told, leads) -> window.add(told.heading() + (leads ? " →" : "")), workers);
    }

    @Test
    void aTestIsShownByTheDesktopWhateverIsChosen() {
        try (NoticeWatch watch = watch(Runnable::run)) {
            watch.say(NoticeWatch.TEST);
        }
        assertThat(desktop.shown).containsExactly(new Notification(
                "This is a test", "So the console tells what is news. A click shows the board.", "signalbox://board"));
        assertThat(window).isEmpty();
        assertThat(desktop.closed).isEqualTo(1);
    }

    @Test
    void whatTheDesktopDoesNotShowTheWindowTellsAndSaysWhyOnce() {
        desktop.there = false;
        try (NoticeWatch watch = watch(Runnable::run)) {
            watch.say(NoticeWatch.TEST);
            watch.say(NoticeWatch.TEST);
        }
        assertThat(window).containsExactly(
                "Your desktop shows no notifications", "This is a test →", "This is a test →");
    }

    @Test
    void aLookThatGoesOnIsNotBegunTwice() {
        NoticeWatch watch = watch(work::add);
        watch.look();
        watch.look();
        assertThat(work).hasSize(1);
        work.getFirst().run();
        watch.look();
        assertThat(work).hasSize(2);
    }

    @Test
    void aConsoleThatClosesLooksNoMore() {
        NoticeWatch watch = watch(task -> {
            throw new RejectedExecutionException();
        });
        watch.look();
        watch.look();
        assertThat(window).isEmpty();
    }
}
