package dev.signalbox.history;

import java.nio.file.Path;
import java.time.InstantSource;

/// Keeps one action on a machine whose folder for temporary files is of no use, and tells how that went.
final class HistoryWithoutTemporaryFolder {

    private HistoryWithoutTemporaryFolder() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.io.tmpdir", arguments[1]);
        try (History history = History.open(Path.of(arguments[0]), InstantSource.fixed(SampleActions.NOON))) {
            if (history.problem().isEmpty()) {
                history.journal().write(SampleActions.checking("kept"));
            }
            System.out.println("problem: " + history.problem());
            System.out.println("kept: " + history.journal().recent(10).size());
        }
    }
}
