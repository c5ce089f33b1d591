package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Step;
import dev.signalbox.practice.github.world.TestFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The zip files that a run can be asked for.
final class Archives {

    private Archives() {}

    /// All logs of an attempt: one file a job, and one file a step in a folder of the job's name.
    static byte[] logs(Run run, Attempt attempt) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Job> jobs = attempt.jobs();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            if (job.hasRun()) {
                JobLog log = new JobLog(run, job);
                String name = job.plan().name().replace('/', '_');
                files.put(i + "_" + name + ".txt", log.text());
                for (Step step : job.steps()) {
                    files.put(name + "/" + step.number() + "_" + step.name().replace('/', '_') + ".txt",
                            log.text(step));
                }
            }
        }
        return zip(files);
    }

    /// The test results of one attempt of a run as JUnit writes them.
    static byte[] testResults(Run run, int attempt) {
        TestFailure test = run.brokenTest();
        boolean red = run.attempt(attempt)
                .flatMap(each -> each.job("integration-tests"))
                .map(Job::conclusion)
                .orElse(null) == Conclusion.FAILURE;
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"").append(test.type()).append("\" tests=\"41\" failures=\"").append(red ? 1 : 0)
                .append("\" errors=\"0\" skipped=\"0\" time=\"8.214\">\n");
        for (int i = 1; i <= 40; i++) {
            xml.append("  <testcase classname=\"dev.acme.").append(test.type()).append("\" name=\"case_").append(i)
                    .append("\" time=\"0.").append(100 + i).append("\"/>\n");
        }
        xml.append("  <testcase classname=\"dev.acme.").append(test.type()).append("\" name=\"").append(test.name())
                .append("\" time=\"0.312\">");
        if (red) {
            xml.append("<failure message=\"").append(test.message()).append("\">at ").append(test.type())
                    .append(".java:").append(test.line()).append("</failure>");
        }
        xml.append("</testcase>\n</testsuite>\n");
        return zip(Map.of("TEST-dev.acme." + test.type() + ".xml", xml.toString()));
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
