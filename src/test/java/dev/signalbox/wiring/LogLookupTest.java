package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogLookupTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> stopped = new ArrayList<>();
    private String problem = "";
    private final LogLookup lookup = new LogLookup(Logs::new, work::add, Runnable::run);

    private final class Logs implements KeptLogs {

        @Override
        public boolean has(JobKey job) {
            return false;
        }

        @Override
        public Optional<KeptLog> about(JobKey job) {
            return Optional.empty();
        }

        @Override
        public void keep(KeptLog about, Path file) {
            throw new AssertionError("a search keeps nothing");
        }

        @Override
        public LogHits search(String text, int atMost, BooleanSupplier isStopped, Consumer<LogHits> soFar)
                throws JournalFailure {
            if (!problem.isEmpty()) {
                throw new JournalFailure(problem);
            }
            stopped.add(isStopped.getAsBoolean());
            soFar.accept(new LogHits(List.of(), 1, false));
            return new LogHits(List.of(), text.length(), true);
        }

        @Override
        public Optional<LogFile> copy(JobKey job, Path to) {
            return Optional.empty();
        }
    }

    private void find(String text) {
        lookup.find(text, hits -> heard.add("found " + hits.searched()), why -> heard.add("failed " + why));
    }

    @Test
    void looksInTheBackground() {
        find("four");
        assertThat(heard).isEmpty();
        work.remove().run();
        assertThat(heard).containsExactly("found 1", "found 4");
    }

    @Test
    void answersOnlyTheNewestQuestionAndStopsTheOthers() {
        find("first");
        find("second");
        work.remove().run();
        work.remove().run();
        assertThat(heard).containsExactly("found 1", "found 6");
        assertThat(stopped).containsExactly(true, false);
    }

    @Test
    void tellsWhyNothingCanBeFound() {
        problem = "The kept logs are closed.";
        find("anything");
        work.remove().run();
        assertThat(heard).containsExactly("failed The kept logs are closed.");
    }

    @Test
    void findsNothingBeforeTheConfigurationWasRead() {
        new LogLookup(() -> null, Runnable::run, Runnable::run)
                .find("anything", hits -> heard.add("found " + hits.searched()), heard::add);
        assertThat(heard).containsExactly("found 0");
    }
}
