package dev.signalbox.testing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Passes on what nobody caught, if it is a failure of ours. TestFX hears of the failures of all threads and lets the next
/// test of a window fail by them; a thread that belongs to a library alone (one that reads from a connection while another
/// closes it) fails beside any test and says nothing about it.
final class OwnFailures implements Thread.UncaughtExceptionHandler {

    private static final String OURS = "dev.signalbox.";
    private static final String SCREEN = "JavaFX Application Thread";

    private final Thread.UncaughtExceptionHandler tells;
    private final Logger log;

    /// @param tells whoever hears of failures of ours
    /// @param log of what is not ours
    OwnFailures(Thread.UncaughtExceptionHandler tells, Logger log) {
        this.tells = tells;
        this.log = log;
    }

    /// From now on whoever hears of all failures hears of ours alone.
    static void heardAlone() {
        Thread.UncaughtExceptionHandler all = Thread.getDefaultUncaughtExceptionHandler();
        if (all != null && !(all instanceof OwnFailures)) {
            Thread.setDefaultUncaughtExceptionHandler(
                    new OwnFailures(all, System.getLogger(OwnFailures.class.getName())));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (thread.getName().equals(SCREEN) || isOurs(failure, new HashSet<>())) {
            tells.uncaughtException(thread, failure);
        } else {
            log.log(Level.WARNING, "A library's own thread failed: " + thread.getName(), failure);
        }
    }

    private static boolean isOurs(Throwable failure, Set<Throwable> known) {
        if (!known.add(failure)) {
            return false;
        }
        return Stream.of(failure.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith(OURS))
                || Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .anyMatch(behind -> isOurs(behind, known));
    }
}
