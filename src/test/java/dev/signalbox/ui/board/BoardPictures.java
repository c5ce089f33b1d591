package dev.signalbox.ui.board;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Pictures of the board with sample data, for people who change its looks. Not a test.
final class BoardPictures {

    private BoardPictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fx.start();
        List<String> small = List.of("Payments", "Platform");
        ConsoleState large = LargeBoard.troubled(2_000);
        List<String> most = IntStream.rangeClosed(2, 40).mapToObj(i -> "Group " + i).toList();
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {1000, 1440}) {
                wall(folder, "wall", theme, width, SampleStates.rich(), SampleStates.NOW);
                wall(folder, "wall-large", theme, width, large, LargeBoard.NOW);
            }
            for (int width : new int[] {944, 1384}) {
                draw(folder, "board", theme, width, SampleStates.rich(), SampleStates.NOW, List.of(),
                        s -> s.open(new Place.AtTarget("checkout", "production")));
                draw(folder, "board-releases", theme, width, released(), SampleStates.NOW, List.of(),
                        s -> s.open(new Place.AtTarget("checkout", "production")));
                draw(folder, "board-tiles", theme, width, SampleStates.rich(), SampleStates.NOW, small, s -> {});
                draw(folder, "board-large", theme, width, large, LargeBoard.NOW, List.of(), s -> {});
                draw(folder, "board-heat", theme, width, large, LargeBoard.NOW, most,
                        s -> s.open(new Place.AtTarget("service-0077", "production")));
            }
        }
        System.exit(0);
    }

    /// The rich board with releases and review apps of checkout.
    private static ConsoleState released() {
        RepositoryId id = SampleStates.repository("checkout");
        Instant now = SampleStates.NOW;
        URI page = URI.create("https://ci.example.com/acme/checkout/-/releases/1");
        return new Reducer().apply(SampleStates.rich(), List.of(
                new Change.ReleasesRead(id, new Answer.Good<>(List.of(
                        new Release("v2.15.0", "Invoices for companies", "mkowalska", Release.Stage.EARLY,
                                now.minus(Duration.ofMinutes(40)), page),
                        new Release("v2.14.1", "Retry card payments", "jberg", Release.Stage.PUBLISHED,
                                now.minus(Duration.ofHours(3)), page),
                        new Release("v2.14.0-with-a-long-suffix.20261120", "", "somebody-with-a-long-name",
                                Release.Stage.PUBLISHED, now.minus(Duration.ofDays(6)), null)),
                        now)),
                new Change.EnvironmentsRead(id, new Answer.Good<>(List.of(
                        review(id, 5, "review/try-the-new-scheduler-with-a-rather-long-branch-name"),
                        review(id, 6, "review/pay-later")), now))));
    }

    private static CiEnvironment review(RepositoryId id, long number, String name) {
        return new CiEnvironment(
                id, number, name, Duration.ZERO, List.of(), false, false, "development", number == 5);
    }

    private static void wall(Path folder, String name, Theme theme, int width, ConsoleState state, Instant now) {
        Fx.picture(
                () -> {
                    BoardScreen screen = new BoardScreen(
                            c -> {}, i -> {}, p -> {}, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
                            Runnable::run);
                    var wall = screen.wall();
                    wall.show(state, now);
                    return wall.node();
                },
                theme, width, width * 0.625,
                folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
    }

    private static void draw(
            Path folder,
            String name,
            Theme theme,
            int width,
            ConsoleState state,
            Instant now,
            List<String> closed,
            Consumer<BoardScreen> then) {
        ForgetfulMemory memory = new ForgetfulMemory();
        memory.keep(java.util.Set.copyOf(closed));
        Fx.picture(
                () -> {
                    BoardScreen screen = new BoardScreen(
                            c -> {}, i -> {}, p -> {}, preset -> {}, page -> {}, memory, Runnable::run, Runnable::run);
                    screen.show(state, now);
                    then.accept(screen);
                    return screen.node();
                },
                theme, width, name.equals("board-releases") ? 1_120 : 820,
                folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
    }
}
