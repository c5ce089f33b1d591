package dev.signalbox.ui.runs;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.runs.NotesCard.Note;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Annotations in words, the gravest first. Pure.
final class NoteRows {

    /// Annotations of so many failed jobs are read by themselves, each for one request.
    private static final int MOST_JOBS = 6;

    private static final int MOST_NOTES = 30;
    private static final int LONGEST = 400;

    /// What a runner says about the whole job it puts at this place.
    private static final String NO_FILE = ".github";

    private NoteRows() {}

    static NotesCard of(ConsoleState state, List<Job> jobs, @Nullable Job chosen, Instant now) {
        Set<JobKey> wanted = new LinkedHashSet<>();
        List<Told> told = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Job> asked = Stream.concat(
                Stream.ofNullable(chosen).filter(NoteRows::mayHaveSome),
                jobs.stream().filter(Job::isBad).limit(MOST_JOBS)).distinct().toList();
        for (Job job : asked) {
            JobKey key = new JobKey(job.run(), job.number());
            wanted.add(key);
            Reading<List<Annotation>> read = state.annotations().getOrDefault(key, Reading.never());
            read.or(List.of()).forEach(a -> told.add(new Told(job, a)));
            if (read.problem() != null && words.isEmpty()) {
                words.add(SafeText.line(Problems.sentence(read.problem(), now), 300));
            }
        }
        List<Note> notes = told.stream()
                .sorted(Comparator.comparing((Told t) -> t.annotation().level()))
                .limit(MOST_NOTES)
                .map(t -> note(t, asked.size() > 1))
                .toList();
        if (told.size() > notes.size()) {
            words.add("And " + Numbers.grouped(told.size() - notes.size()) + " more.");
        }
        return new NotesCard(heading(told), Set.copyOf(wanted), String.join(" ", words), notes);
    }

    private record Told(Job job, Annotation annotation) {}

    private static boolean mayHaveSome(Job job) {
        return job.status() == RunStatus.COMPLETED && job.conclusion() != Conclusion.SKIPPED;
    }

    private static String heading(List<Told> told) {
        List<String> parts = new ArrayList<>();
        count(parts, told, Annotation.Level.FAILURE, "error", "errors");
        count(parts, told, Annotation.Level.WARNING, "warning", "warnings");
        count(parts, told, Annotation.Level.NOTICE, "notice", "notices");
        return parts.isEmpty() ? "Annotations" : "Annotations · " + String.join(", ", parts);
    }

    private static void count(List<String> parts, List<Told> told, Annotation.Level level, String one, String many) {
        long count = told.stream().filter(t -> t.annotation().level() == level).count();
        if (count > 0) {
            parts.add(Numbers.counted(count, one, many));
        }
    }

    private static Note note(Told told, boolean several) {
        Annotation annotation = told.annotation();
        String place = annotation.path().isEmpty() || annotation.path().equals(NO_FILE)
                ? ""
                : SafeText.line(annotation.path(), 200) + (annotation.line() > 0 ? ":" + annotation.line() : "");
        String message = SafeText.lines(annotation.message(), LONGEST);
        String text = annotation.title().isEmpty()
                ? message
                : SafeText.line(annotation.title(), 200) + (message.isEmpty() ? "" : "\n" + message);
        String job = several ? SafeText.line(told.job().name(), 100) : "";
        String level = level(annotation.level());
        return new Note(
                mark(annotation.level()), level, place, text, job,
                level + (place.isEmpty() ? "" : " at " + place) + (job.isEmpty() ? "" : ", " + job) + ": " + text);
    }

    private static Mark mark(Annotation.Level level) {
        return switch (level) {
            case FAILURE -> Mark.BAD;
            case WARNING -> Mark.WARNING;
            case NOTICE -> Mark.IDLE;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    private static String level(Annotation.Level level) {
        return switch (level) {
            case FAILURE -> "error";
            case WARNING -> "warning";
            case NOTICE -> "notice";
            case UNKNOWN -> "unknown";
        };
    }
}
