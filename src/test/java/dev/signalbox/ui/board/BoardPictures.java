package dev.signalbox.ui.board;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
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
                draw(folder, "board-tiles", theme, width, SampleStates.rich(), SampleStates.NOW, small, s -> {});
                draw(folder, "board-large", theme, width, large, LargeBoard.NOW, List.of(), s -> {});
                draw(folder, "board-heat", theme, width, large, LargeBoard.NOW, most,
                        s -> s.open(new Place.AtTarget("service-0077", "production")));
            }
        }
        System.exit(0);
    }

    private static void wall(Path folder, String name, Theme theme, int width, ConsoleState state, Instant now) {
        Fx.picture(
                () -> {
                    BoardScreen screen = new BoardScreen(
                            c -> {}, i -> {}, p -> {}, () -> {}, new ForgetfulMemory(), Runnable::run, Runnable::run);
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
                            c -> {}, i -> {}, p -> {}, () -> {}, memory, Runnable::run, Runnable::run);
                    screen.show(state, now);
                    then.accept(screen);
                    return screen.node();
                },
                theme, width, 820,
                folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
    }
}
