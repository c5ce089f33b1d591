package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Updates;
import dev.signalbox.ui.settings.updates.UpdateCheck.Standing;
import dev.signalbox.ui.settings.updates.UpdateCheck.Wanted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateDeskTest {

    private static final String WHERE = "https://github.com/acme/box";
    private static final Version OWN = Version.parse("0.1.0").orElseThrow();

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final List<String> asked = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private @Nullable RemoteProblem problem;
    private String newest = "0.2.0";

    private UpdateDesk desk(Executor workers, String fixed) {
        return new UpdateDesk(
                new SavedUpdates(new SettingsFile(folder.resolve("updates.properties"))), this::feed, () -> now,
                workers, Runnable::run, opened::add, fixed);
    }

    private UpdateDesk desk() {
        return desk(Runnable::run, "");
    }

    private Updates feed(String where) {
        if (!where.startsWith("https://")) {
            throw new IllegalArgumentException("The address must begin with https://");
        }
        return () -> {
            asked.add(where);
            if (problem != null) {
                throw new RemoteFailure(problem);
            }
            return new PublishedVersion(
                    Version.parse(newest).orElseThrow(), URI.create(where + "/releases/" + newest), null);
        };
    }

    private static LastLook last(UpdateDesk desk) {
        return Objects.requireNonNull(desk.standing().get().last());
    }

    @Test
    void nothingIsAskedUntilSomebodySwitchesItOn() {
        UpdateDesk desk = desk();
        desk.step();
        desk.askAt(WHERE);
        desk.step();
        assertThat(asked).isEmpty();
        assertThat(desk.standing().get().wanted()).isEqualTo(Wanted.NEVER);
        desk.choose(Wanted.DAILY);
        assertThat(asked).containsExactly(WHERE);
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        UpdateDesk desk = desk();
        desk.choose(Wanted.DAILY);
        desk.look();
        desk.step();
        assertThat(asked).isEmpty();
        assertThat(desk.standing().get().maySearch()).isFalse();
    }

    @Test
    void theClockAsksOnceADayAlsoAfterANewStart() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.choose(Wanted.DAILY);
        desk.step();
        desk().step();
        now = now.plus(Duration.ofHours(23));
        desk().step();
        assertThat(asked).hasSize(1);
        now = now.plus(Duration.ofHours(1));
        UpdateDesk later = desk();
        later.step();
        later.step();
        assertThat(asked).hasSize(2);
    }

    @Test
    void afterAFailureToo() {
        problem = new RemoteProblem.Unreachable("no route", RemoteProblem.Sent.NOTHING);
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.choose(Wanted.DAILY);
        desk.step();
        desk.step();
        assertThat(asked).hasSize(1);
    }

    @Test
    void switchedOffItAsksNoMore() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.choose(Wanted.DAILY);
        desk.choose(Wanted.NEVER);
        now = now.plus(Duration.ofDays(9));
        desk.step();
        desk().step();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoPressesIsAnsweredAtAnyTime() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.look();
        desk.look();
        assertThat(asked).hasSize(2);
        assertThat(last(desk).found()).isNotNull();
        desk.openPage();
        assertThat(opened).containsExactly(URI.create(WHERE + "/releases/0.2.0"));
    }

    @Test
    void aFailureKeepsWhatWasHeardBefore() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.look();
        problem = new RemoteProblem.Unreachable("no route to host", RemoteProblem.Sent.NOTHING);
        now = now.plusSeconds(60);
        desk.look();
        assertThat(last(desk).problem()).contains("no route to host");
        assertThat(last(desk).at()).isEqualTo(now);
        assertThat(last(desk).found()).isNotNull();
        assertThat(last(desk())).as("kept").isEqualTo(last(desk));
        problem = new RemoteProblem.NotFound("Not Found");
        desk.look();
        assertThat(last(desk).problem()).contains("No release is published there");
    }

    @Test
    void anAddressThatIsOfNoUseIsRefusedAndTheOneBeforeStays() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.askAt("http://example.com/a/b");
        assertThat(desk.standing().get().where()).isEqualTo(WHERE);
        assertThat(desk.standing().get().refused()).isEqualTo("The address must begin with https://.");
        desk.askAt(WHERE);
        assertThat(desk.standing().get().refused()).isEmpty();
        assertThat(desk().standing().get().where()).isEqualTo(WHERE);
    }

    @Test
    void anotherAddressForgetsWhatWasHeardElsewhere() {
        UpdateDesk desk = desk();
        desk.askAt(WHERE);
        desk.look();
        desk.askAt("https://github.com/other/box");
        assertThat(desk.standing().get().last()).isNull();
        desk.openPage();
        assertThat(opened).isEmpty();
        desk.askAt("");
        assertThat(desk.standing().get().maySearch()).isFalse();
    }

    @Test
    void anAnswerFromTheAddressBeforeIsNotTakenForThisOne() {
        Queue<Runnable> work = new ArrayDeque<>();
        UpdateDesk desk = desk(work::add, "");
        desk.askAt(WHERE);
        desk.look();
        assertThat(desk.standing().get().looking()).isTrue();
        desk.look();
        desk.askAt("https://github.com/other/box");
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
        assertThat(asked).containsExactly(WHERE);
        assertThat(desk.standing().get()).isEqualTo(
                new Standing(Wanted.NEVER, "https://github.com/other/box", "", false, null, ""));
    }

    @Test
    void aNewerVersionIsToldOnce() {
        UpdateDesk desk = desk();
        List<String> told = new ArrayList<>();
        desk.tell(OWN, found -> told.add(UpdateChecks.words(found, OWN)));
        desk.askAt(WHERE);
        newest = "0.1.0";
        desk.look();
        assertThat(told).isEmpty();
        newest = "0.2.0";
        desk.look();
        desk.look();
        assertThat(told).containsExactly("Version 0.2.0 is published; this is 0.1.0. See Settings, Updates.");
    }

    @Test
    void inPracticeNothingIsAskedAndNothingIsRead() {
        UpdateDesk real = desk();
        real.askAt(WHERE);
        real.choose(Wanted.DAILY);
        asked.clear();
        now = now.plus(Duration.ofDays(9));
        UpdateDesk practice = desk(Runnable::run, "Practice reaches nothing outside.");
        practice.step();
        practice.look();
        assertThat(asked).isEmpty();
        assertThat(practice.standing().get().where()).isEmpty();
        assertThat(practice.standing().get().maySearch()).isFalse();
    }
}
