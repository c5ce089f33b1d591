package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.SampleWorld;
import dev.signalbox.practice.github.world.Status;
import dev.signalbox.practice.github.world.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobLogTest {

    private final SampleWorld sample = new SampleWorld();

    private Run red() {
        Run run = sample.world()
                .push(sample.repository("checkout"), sample.people().you(), "Try", sample.instant(),
                        new Attempt.Failure("integration-tests"))
                .getFirst();
        sample.pass(Duration.ofSeconds(90));
        return run;
    }

    private static Job job(Run run, String name) {
        return run.latest().job(name).orElseThrow();
    }

    @Test
    void theSameJobAlwaysHasTheSameLog() {
        Run run = red();
        Job job = job(run, "unit-tests (1/2)");
        assertThat(new JobLog(run, job).text()).isEqualTo(new JobLog(run, job).text());
        assertThat(new JobLog(run, job(run, "unit-tests (2/2)")).text()).isNotEqualTo(new JobLog(run, job).text());
    }

    @Test
    void linesLieWithinTheirStep() {
        Run run = red();
        Job job = job(run, "lint");
        for (Step step : job.steps()) {
            Instant from = Objects.requireNonNull(step.startedAt());
            Instant to = Objects.requireNonNull(step.completedAt());
            new JobLog(run, job).text(step).lines().forEach(
                    line -> assertThat(Instant.parse(line.substring(0, 28))).isBetween(from.minusMillis(1), to));
        }
    }

    @Test
    void linesNeverGoBackInTime() {
        Run run = red();
        List<String> times = new JobLog(run, job(run, "build image")).text().substring(1).lines()
                .map(line -> line.substring(0, 28))
                .toList();
        assertThat(times).isSorted();
    }

    @Test
    void aFailedStepEndsWithItsErrors() {
        Run run = red();
        String text = new JobLog(run, job(run, "integration-tests")).text();
        assertThat(text).contains("\u001b[31;1mERROR", "##[error]RankingIT.keeps_order_for_ties", "Failures: 1")
                .contains("##[error]Process completed with exit code 1.");
    }

    @Test
    void aSkippedStepSaysNothing() {
        Run run = red();
        Job job = job(run, "integration-tests");
        Step upload =
                job.steps().stream().filter(step -> step.name().equals("Upload report")).findFirst().orElseThrow();
        assertThat(new JobLog(run, job).text(upload)).isEmpty();
    }

    @Test
    void groupsAreClosed() {
        Run run = red();
        String text = new JobLog(run, job(run, "security-scan")).text();
        assertThat(text.split("##\\[group]", -1)).hasSameSizeAs(text.split("##\\[endgroup]", -1));
    }

    @Test
    void anArchiveHasAFileForEachJobAndStep() throws IOException {
        Run run = red();
        List<String> names = names(Archives.logs(run, run.latest()));
        assertThat(names).contains("0_lint.txt", "lint/1_Set up job.txt", "1_unit-tests (1_2).txt")
                .doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.chars().filter(each -> each == '/').count() <= 1);
    }

    @Test
    void testResultsCountTheFailureOfTheRun() throws IOException {
        Run run = red();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Archives.testResults(run, 1)))) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("TEST-dev.acme.RankingIT.xml");
            String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains("tests=\"41\" failures=\"1\"",
                    "<failure message=\"expected [a, b] but was [b, a]\">");
            assertThat(xml.split("<testcase ", -1)).hasSize(42);
        }
    }

    private Run rollout(boolean done, @Nullable String problem) {
        sample.rolloutsAre(done, problem);
        Run run = sample.world().dispatch(sample.repository("checkout"),
                sample.repository("checkout").workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v3.0.0", "environment", "staging"), sample.people().you(), sample.instant(), null);
        sample.pass(Duration.ofSeconds(60));
        return run;
    }

    @Test
    void aRolloutSaysHowItEnded() {
        Run good = rollout(true, null);
        assertThat(new JobLog(good, job(good, "deploy-staging")).text())
                .contains("Run make rollout VERSION=v3.0.0", "deployment \"checkout\" successfully rolled out");
        Run bad = rollout(false, "pods crash");
        assertThat(new JobLog(bad, job(bad, "deploy-staging")).text())
                .contains("error: deployment \"checkout\" exceeded its progress deadline")
                .doesNotContain("successfully rolled out");
    }

    @Test
    void aRolloutThatWasCancelledBlamesNobody() {
        Run run = rollout(false, null);
        sample.world().cancel(run, sample.instant(), true);
        String text = new JobLog(run, job(run, "deploy-staging")).text();

        assertThat(text).contains("Waiting for deployment", "##[error]The operation was canceled.")
                .doesNotContain("progress deadline", "successfully rolled out", "exit code");
    }

    @Test
    void aJobThatIsStillRunningHasTheLogOfTheStepsThatEnded() {
        Run run = sample.world().push(sample.repository("checkout"), sample.people().you(), "Try", sample.instant(),
                null).getFirst();
        sample.pass(Duration.ofSeconds(8));
        Job job = job(run, "unit-tests (2/2)");

        assertThat(job.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(new JobLog(run, job).text()).contains("Complete job name: unit-tests (2/2)")
                .doesNotContain("Tests run:");
    }

    @Test
    void aSecretIsNeverWrittenOut() {
        Run run = red();
        assertThat(new JobLog(run, job(run, "lint")).text()).contains("token: ***");
    }

    private static List<String> names(byte[] bytes) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
