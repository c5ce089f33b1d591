package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What the jobs that test have found: GitLab's reports of it, and the files themselves.
final class Reports {

    static final String BROKEN = "TestKeepsOrderForTies";
    static final String MESSAGE = "expected [a, b] but was [b, a]";

    private static final int CASES = 40;
    private static final double SECONDS = 0.12;

    private Reports() {}

    private static List<Job> tested(Pipeline pipeline) {
        return pipeline.current().stream()
                .filter(Job::hasArtifacts)
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    private static boolean isRed(Job job) {
        return job.status() == Status.FAILED;
    }

    static ObjectNode summary(Pipeline pipeline) {
        List<Job> jobs = tested(pipeline);
        long red = jobs.stream().filter(Reports::isRed).count();
        ObjectNode node = Wire.object();
        ObjectNode total = node.putObject("total");
        total.put("time", jobs.size() * CASES * SECONDS);
        total.put("count", jobs.size() * CASES);
        total.put("success", jobs.size() * CASES - red);
        total.put("failed", red).put("skipped", 0).put("error", 0).putNull("suite_error");
        node.set("test_suites", Pages.array(jobs, job -> {
            ObjectNode suite = suite(job);
            suite.putArray("build_ids").add(job.id());
            return suite;
        }));
        return node;
    }

    static ObjectNode full(Pipeline pipeline) {
        List<Job> jobs = tested(pipeline);
        long red = jobs.stream().filter(Reports::isRed).count();
        ObjectNode node = Wire.object();
        node.put("total_time", jobs.size() * CASES * SECONDS);
        node.put("total_count", jobs.size() * CASES);
        node.put("success_count", jobs.size() * CASES - red);
        node.put("failed_count", red).put("skipped_count", 0).put("error_count", 0);
        node.set("test_suites", Pages.array(jobs, job -> {
            ObjectNode suite = suite(job);
            ArrayNode cases = suite.putArray("test_cases");
            for (int i = 1; i < CASES; i++) {
                cases.add(testCase(job, "TestPart" + i, false));
            }
            cases.add(testCase(job, BROKEN, isRed(job)));
            return suite;
        }));
        return node;
    }

    private static ObjectNode suite(Job job) {
        int failed = isRed(job) ? 1 : 0;
        return Wire.object()
                .put("name", job.plan().name())
                .put("total_time", CASES * SECONDS)
                .put("total_count", CASES)
                .put("success_count", CASES - failed)
                .put("failed_count", failed)
                .put("skipped_count", 0)
                .put("error_count", 0)
                .putNull("suite_error");
    }

    private static ObjectNode testCase(Job job, String name, boolean red) {
        ObjectNode node = Wire.object();
        node.put("status", red ? "failed" : "success");
        node.put("name", name);
        node.put("classname", type(job));
        node.put("file", "internal/queue/queue_test.go");
        node.put("execution_time", SECONDS);
        node.put("system_output", red ? MESSAGE + "\nqueue_test.go:88" : null);
        node.putNull("stack_trace");
        if (red) {
            node.putObject("recent_failures").put("count", 2).put("base_branch", "main");
        } else {
            node.putNull("recent_failures");
        }
        return node;
    }

    private static String type(Job job) {
        return job.pipeline().project().name() + "." + (job.plan().name().startsWith("unit") ? "unit" : "integration");
    }

    /// Path of the one file in the archive.
    static String fileName(Job job) {
        return "reports/TEST-" + job.plan().name().replaceAll("[^a-z0-9]+", "-") + ".xml";
    }

    /// The report as JUnit writes it.
    static byte[] file(Job job) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites><testsuite name=\"").append(type(job)).append("\" tests=\"").append(CASES)
                .append("\" failures=\"").append(isRed(job) ? 1 : 0).append("\" errors=\"0\" skipped=\"0\" time=\"")
                .append(CASES * SECONDS).append("\">\n");
        for (int i = 1; i < CASES; i++) {
            open(xml, job, "TestPart" + i).append("/>\n");
        }
        open(xml, job, BROKEN).append('>');
        xml.append(isRed(job) ? "<failure message=\"" + MESSAGE + "\">queue_test.go:88</failure>" : "");
        xml.append("</testcase>\n</testsuite></testsuites>\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder open(StringBuilder xml, Job job, String name) {
        return xml.append("  <testcase classname=\"").append(type(job)).append("\" name=\"").append(name)
                .append("\" time=\"").append(SECONDS).append('"');
    }

    static byte[] archive(Job job) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            ZipEntry entry = new ZipEntry(fileName(job));
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(file(job));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
