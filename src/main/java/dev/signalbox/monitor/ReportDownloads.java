package dev.signalbox.monitor;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Fetches the archives of a run that may hold test reports, reads them and throws them away. No provider tells what is
/// in an archive: those that are called like test results come first, then small ones, until the ceiling.
final class ReportDownloads {

    private static final Pattern LIKELY = Pattern.compile("(?i).*(test|junit|report|result|spec|check).*");

    private final Artifacts artifacts;
    private final ReportArchives archives;
    private final Path folder;

    ReportDownloads(Artifacts artifacts, TestReports reader, ReportRules rules, Path folder) {
        this.artifacts = artifacts;
        this.archives = new ReportArchives(reader, rules);
        this.folder = folder;
    }

    /// Reads what the attempts of a run reported.
    ///
    /// @param listed the run's artifacts
    /// @param times when its attempts began
    /// @param most bytes to download in all
    AttemptReports read(List<Artifact> listed, AttemptTimes times, long most, Instant now) {
        Reading reading = new Reading(times, most, now);
        List<Artifact> inOrder = new ArrayList<>(listed);
        inOrder.sort(Comparator.comparing((Artifact a) -> !isLikely(a))
                .thenComparing(a -> -times.at(a.createdAt()).last())
                .thenComparingLong(Artifact::bytes));
        for (Artifact artifact : inOrder) {
            if (!Thread.currentThread().isInterrupted()) {
                reading.read(artifact);
            }
        }
        return reading.reports;
    }

    private static boolean isLikely(Artifact artifact) {
        return LIKELY.matcher(artifact.name()).matches();
    }

    /// One reading while it goes on.
    private final class Reading {

        private final AttemptReports reports;
        private final AttemptTimes times;
        private final long most;
        private final Instant now;
        private long left;

        Reading(AttemptTimes times, long most, Instant now) {
            this.reports = new AttemptReports();
            this.times = times;
            this.most = most;
            this.left = most;
            this.now = now;
        }

        void read(Artifact artifact) {
            // Other things that a run leaves are nobody's business here once the reports were found.
            boolean matters = isLikely(artifact) || reports.isEmpty();
            if (!artifact.isThereAt(now)) {
                note(matters, artifact, "the provider keeps it no longer");
            } else if (artifact.bytes() > left) {
                note(matters, artifact, "reading it would take more than " + megabytes(most));
            } else if (matters || artifact.bytes() <= left / 4) {
                fetch(artifact);
            }
        }

        private void fetch(Artifact artifact) {
            Path file = null;
            try {
                Files.createDirectories(folder);
                file = Files.createTempFile(folder, "reports-", ".zip");
                left -= artifacts.download(artifact, file, left, bytes -> {});
                reports.add(times.at(artifact.createdAt()), name(artifact), archives.read(file, artifact.name()));
            } catch (RemoteFailure failure) {
                note(true, artifact, failure.problem().detail());
            } catch (IOException e) {
                note(true, artifact, String.valueOf(e.getMessage()));
            } finally {
                discard(file);
            }
        }

        private void note(boolean matters, Artifact artifact, String why) {
            if (matters) {
                reports.note(times.at(artifact.createdAt()), "“" + name(artifact) + "” was not read: " + why);
            }
        }
    }

    private static String name(Artifact artifact) {
        return SafeText.line(artifact.name(), 60);
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes >> 20) + " MB";
    }

    private static void discard(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // still open on some systems; nothing reads it
        }
    }
}
