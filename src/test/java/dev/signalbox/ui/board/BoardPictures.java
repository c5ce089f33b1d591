package dev.signalbox.ui.board;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;

/// Pictures of the board with sample data, for people who change its looks. Not a test.
final class BoardPictures {

    private BoardPictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fx.start();
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {944, 1384}) {
                Fx.picture(
                        () -> {
                            BoardScreen screen = new BoardScreen(c -> {}, i -> {}, p -> {}, () -> {});
                            screen.show(SampleStates.rich(), SampleStates.NOW);
                            screen.open(new dev.signalbox.ui.shell.Place.AtTarget("checkout", "production"));
                            return screen.node();
                        },
                        theme, width, 820, folder.resolve(
                                "board-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png"));
            }
        }
        System.exit(0);
    }
}
