package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a window leads to when it is left.
class DepartureTest {

    private static final Way OWN = new Way.Own();
    private static final Way PRACTISE = new Way.Practise();

    @TempDir
    private Path folder;

    private final List<String> closings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Folders real;

    @BeforeEach
    void placeTheFolders() {
        real = Folders.below(folder);
    }

    @Test
    void aWindowThatIsClosedLeadsNowhere() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            departure.closeWith(() -> closings.add("closed"));

            assertThat(departure.next()).isEmpty();
            assertThat(closings).isEmpty();
        }
    }

    @Test
    void whatCouldNotBeToldIsThereForTheNextWindow() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            assertThat(departure.told()).isEmpty();
            departure.tellNext(List.of("One stayed."));
            departure.tellNext(List.of("Another stayed."));
            assertThat(departure.told()).containsExactly("One stayed.", "Another stayed.");
        }
    }

    @Test
    void beginningAnewLeadsToWhereItIsWithTheSameFolders() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            departure.closeWith(() -> closings.add("closed"));

            departure.again();

            assertThat(departure.next()).contains(new Departure.Next(OWN, held));
            assertThat(closings).containsExactly("closed");
        }
    }

    @Test
    void onlyTheFirstOfSeveralWishesCounts() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            departure.closeWith(() -> closings.add("closed"));

            departure.again();
            departure.again();
            assertThat(departure.to(PRACTISE)).isEmpty();

            assertThat(departure.next()).contains(new Departure.Next(OWN, held));
            assertThat(closings).containsExactly("closed");
            // What was taken for the second wish was let go of.
            take(PRACTISE.folders(real)).orElseThrow().close();
        }
    }

    @Test
    void whatIsWantedBeforeThereIsAWindowClosesItAtOnce() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            departure.again();

            departure.closeWith(() -> closings.add("closed"));

            assertThat(closings).containsExactly("closed");
        }
    }

    @Test
    void practiceTakesItsOwnFoldersBeforeTheOthersAreLetGo() throws IOException {
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);

            assertThat(departure.to(PRACTISE)).isEmpty();

            Departure.Next next = departure.next().orElseThrow();
            try (HeldFolders taken = next.held()) {
                assertThat(taken.folders()).isEqualTo(real.forPractice());
                assertThat(take(real)).as("the folders that are still in use").isEmpty();
                assertThat(take(real.forPractice())).as("the folders of what comes next").isEmpty();
            }
        }
    }

    @Test
    void aWayWhoseFoldersAnotherConsoleHasIsToldAndNotGone() throws IOException {
        Folders practice = real.forPractice();
        practice.make();
        try (FolderLock other = FolderLock.take(practice.data()).orElseThrow(); HeldFolders held = held()) {
            assertThat(other).isNotNull();
            Departure departure = new Departure(OWN, held, real);
            departure.closeWith(() -> closings.add("closed"));

            assertThat(departure.to(PRACTISE)).hasValueSatisfying(
                    why -> assertThat(why).startsWith("Another Signalbox is running on " + practice.data()));

            assertThat(departure.next()).isEmpty();
            assertThat(closings).isEmpty();
        }
    }

    @Test
    void aWayWhoseFoldersCannotBeMadeIsToldAndNotGone() throws IOException {
        Files.writeString(folder.resolve("practice"), "in the way");
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);

            assertThat(departure.to(PRACTISE)).hasValueSatisfying(
                    why -> assertThat(why).contains("practice").endsWith("."));
            assertThat(departure.next()).isEmpty();
        }
    }

    @Test
    void whereNothingCanBeKeptTheFoldersStay() {
        HeldFolders passing = new HeldFolders(real, null);
        Departure departure = new Departure(OWN, passing, real);

        assertThat(departure.to(PRACTISE)).isEmpty();

        assertThat(departure.next()).contains(new Departure.Next(PRACTISE, passing));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsConnectedIsWrittenInTheOwnFileOnly() throws IOException {
        ConsoleConfig config = new ConsoleConfig(List.of(), List.of(), null);
        Path theirs = folder.resolve("theirs.yaml");
        try (HeldFolders held = held()) {
            Departure own = new Departure(OWN, held, real);
            assertThat(own.written()).isEqualTo(Leaving.Written.NOTHING);
            own.connects(config);
            assertThat(own.written()).isEqualTo(
                    new Leaving.Written(config, folder.resolve("console.yaml"), held.folders()));

            Departure given = new Departure(new Way.Given(theirs), held, real);
            given.connects(config);
            assertThat(given.written().config()).isEqualTo(config);
            assertThat(given.written().own()).as("a file of somebody").isNull();
        }
    }

    @Test
    void whatIsRealStaysSoWhileOnePractises() throws IOException {
        Way theirs = new Way.Given(folder.resolve("theirs.yaml"));
        assertThat(new Way.Practise().reality(theirs)).isEqualTo(theirs);
        assertThat(theirs.reality(OWN)).isEqualTo(theirs);
        assertThat(new Way.Add(Way.First.ACCOUNT).reality(theirs)).as("added to the own").isEqualTo(OWN);
        assertThat(OWN.reality(theirs)).isEqualTo(OWN);
        try (HeldFolders held = held()) {
            assertThat(new Departure(new Way.Practise(), theirs, held, real).real()).isEqualTo(theirs);
            assertThat(new Departure(new Way.Practise(), held, real).real()).as("begun with practice").isEqualTo(OWN);
        }
    }

    @Test
    void aWayThatWasRefusedMayBeGoneLater() throws IOException {
        Folders practice = real.forPractice();
        practice.make();
        try (HeldFolders held = held()) {
            Departure departure = new Departure(OWN, held, real);
            departure.closeWith(() -> closings.add("closed"));
            FolderLock other = FolderLock.take(practice.data()).orElseThrow();
            assertThat(departure.to(PRACTISE)).isPresent();
            other.close();

            assertThat(departure.to(PRACTISE)).isEmpty();

            departure.next().orElseThrow().held().close();
            assertThat(closings).containsExactly("closed");
        }
    }

    @Test
    void wishesOfSeveralThreadsCloseTheWindowOnce() throws Exception {
        try (HeldFolders held = held(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                AtomicInteger closed = new AtomicInteger();
                Departure departure = new Departure(OWN, held, real);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    boolean window = i == 3;
                    all.add(threads.submit(() -> {
                        start.await();
                        if (window) {
                            departure.closeWith(closed::incrementAndGet);
                        } else {
                            departure.again();
                        }
                        return closed;
                    }));
                }
                start.countDown();
                for (Future<?> one : all) {
                    one.get(60, TimeUnit.SECONDS);
                }
                assertThat(closed).as("round " + round).hasValue(1);
                assertThat(departure.next()).contains(new Departure.Next(OWN, held));
            }
        }
    }

    private HeldFolders held() throws IOException {
        return HeldFolders.take(real).orElseThrow();
    }

    private static Optional<FolderLock> take(Folders folders) throws IOException {
        return FolderLock.take(folders.data());
    }
}
