package dev.signalbox.monitor;

import dev.signalbox.archive.Archive;
import dev.signalbox.archive.ArchiveEntry;
import dev.signalbox.archive.ArchiveLimits;
import dev.signalbox.archive.RefusedArchive;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.port.TestReports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds and reads the test reports in an archive. Only what the patterns fit is unpacked, and that in memory.
final class ReportArchives {

    private static final long LARGEST_REPORT = 32L << 20;
    private static final long ALL_REPORTS = 256L << 20;
    private static final int MOST_REPORTS = 5_000;

    private final TestReports reader;
    private final ReportRules rules;

    ReportArchives(TestReports reader, ReportRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /// @param name what people call the archive
    /// @throws RefusedArchive when the archive as a whole is not to be trusted
    List<TestReport> read(Path file, String name) throws IOException {
        List<TestReport> reports = new ArrayList<>();
        long left = ALL_REPORTS;
        try (Archive archive = Archive.open(file, ArchiveLimits.STANDARD)) {
            for (ArchiveEntry entry : archive.entries()) {
                if (entry.isFolder() || !rules.fits(entry.name())) {
                    continue;
                }
                String label = name + "/" + entry.name();
                left -= entry.bytes();
                if (entry.bytes() > LARGEST_REPORT || left < 0 || reports.size() >= MOST_REPORTS) {
                    reports.add(new TestReport(label, List.of(), "it is too large, or one of too many"));
                } else {
                    read(archive, entry, label, reports);
                }
            }
        }
        return reports;
    }

    private void read(Archive archive, ArchiveEntry entry, String label, List<TestReport> reports) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream((int) Math.min(entry.bytes(), 1 << 20));
        try {
            archive.copy(entry, content, bytes -> {});
            reader.read(label, new ByteArrayInputStream(content.toByteArray())).ifPresent(reports::add);
        } catch (RefusedArchive refused) {
            reports.add(new TestReport(label, List.of(), String.valueOf(refused.getMessage())));
        }
    }
}
