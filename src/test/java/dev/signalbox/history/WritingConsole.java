package dev.signalbox.history;

import java.nio.file.Path;
import java.time.InstantSource;

/// Writes actions as fast as it can and says each time when one is safe; meant to be killed.
final class WritingConsole {

    private WritingConsole() {}

    public static void main(String[] arguments) throws Exception {
        History history = History.open(Path.of(arguments[0]), InstantSource.fixed(SampleActions.NOON));
        for (int n = 0;; n++) {
            history.journal().write(SampleActions.checking(arguments[1] + n));
            System.out.println(arguments[1] + n);
        }
    }
}
