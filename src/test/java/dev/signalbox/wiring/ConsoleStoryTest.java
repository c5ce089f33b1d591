package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer does, by keyboard and pointer alone, with one window from its opening on: each chapter begins where the
/// one before ended.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class ConsoleStoryTest {

    @SuppressWarnings("NullAway.Init") // opened before the first chapter
    private LiveConsole console;

    @BeforeAll
    void openTheConsole(@TempDir Path folder) throws IOException {
        console = LiveConsole.open(folder);
    }

    @AfterAll
    void closeTheConsole() {
        console.close();
    }

    @Test
    @Order(1)
    void theBoardFills() throws IOException {
        console.awaitShown("cell-checkout-production");
        console.state("all is read", s -> s.workloads().size() >= 36 ? Optional.of(s) : Optional.empty());
        console.awaitWords("cell-checkout-production", words -> words.contains("v2.1"));
        console.awaitWords("footer-fresh", words -> words.contains("everything live"));
        assertThat(console.words("practice-banner")).contains("Practice");
    }

    @Test
    @Order(2)
    void aSickServiceIsChosenByArrowKeysAndRolledBack() throws IOException {
        Workload sick = sickCheckout();
        chooseCheckoutInProduction();
        console.awaitWords("roll-back", words -> words.contains("v2.14.0"));
        console.press(KeyCode.CONTROL, KeyCode.R);

        console.awaitFocus("plan-name");
        // A path is drawn part by part, so that it breaks between two of them.
        String sheet = console.words("plan-sheet").replace("\n/", "/");
        assertThat(sheet)
                .contains("PATCH").contains("/apis/apps/v1/namespaces/production/deployments/checkout")
                .contains("/metadata/uid").contains(sick.uid())
                .contains("\"path\": \"/metadata/generation\"").contains(Long.toString(sick.generation()));
        console.type("prodction");
        assertThat(console.isEnabled("plan-confirm")).isFalse();
        console.press(KeyCode.ENTER);
        assertThat(console.engine.store().current().actions()).isEmpty();

        console.press(KeyCode.CONTROL, KeyCode.A);
        console.type("production");
        assertThat(console.isEnabled("plan-confirm")).isTrue();
        console.press(KeyCode.ENTER);

        ActionRecord done = ended(Intent.RollBack.class);
        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        console.awaitWords("plan-outcome", words -> words.contains(done.words()));
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
        Workload healed = console.state("it is healthy", s -> healthy(s, sick.generation() + 1));
        console.awaitWords("cell-checkout-production", words -> words.contains("v2.14.0"));
        assertThat(healed.image().orElseThrow().version()).isEqualTo("v2.14.0");
    }

    @Test
    @Order(3)
    void theRollBackIsUndoneFromActivity() throws IOException {
        long before = generation();
        console.click("nav-activity");
        console.awaitWords("activity-list", words -> words.contains("checkout"));
        console.click("action-undo");
        console.awaitFocus("plan-name");
        assertThat(console.words("plan-sheet")).contains("v2.14.1");
        console.type("production");
        console.press(KeyCode.ENTER);
        console.state("it is sent", s -> LiveConsole.seen(s, LiveConsole.CHECKOUT)
                .filter(w -> w.generation() == before + 1));
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
    }

    @Test
    @Order(4)
    void aRollBackIsFoundInThePalette() throws IOException {
        console.press(KeyCode.CONTROL, KeyCode.K);
        console.awaitFocus("palette-field");
        console.type("roll back checkout production");
        // The bad revision runs again, and the one before it is the one that is proven.
        console.awaitWords("palette-list", words -> words.contains("Roll back checkout in production"));
        assertThat(console.words("palette-list")).contains("to v2.14.0").doesNotContain("v2.14.0, not proven");
        console.press(KeyCode.ENTER);
        console.awaitShown("plan-sheet");
        console.awaitWords("plan-sheet", words -> words.contains("checkout") && words.contains("production"));
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
    }

    @Test
    @Order(5)
    void aWaitingDeployIsApprovedWithAComment() throws IOException {
        console.state("a deploy waits", s -> s.runs().values().stream()
                .flatMap(r -> r.pending().or(java.util.List.of()).stream())
                .filter(PendingApproval::canApprove)
                .findFirst());
        console.click("nav-approvals");
        console.awaitShown("approval-comment");
        console.write("approval-comment", "Soak was fine");
        console.click("approval-approve");
        console.awaitWords("plan-sheet", words -> words.contains("POST") && words.contains("Soak was fine"));
        if (console.isEnabled("plan-name")) {
            console.awaitFocus("plan-name");
            console.type("production");
        }
        console.press(KeyCode.ENTER);
        ActionRecord done = ended(Intent.ReviewDeployment.class);
        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        Intent.ReviewDeployment review = (Intent.ReviewDeployment) done.plan().intent();
        console.state("the run goes on",
                s -> s.repository(review.run().repository()).runs().or(java.util.List.of()).stream()
                        .filter(r -> r.id().equals(review.run()) && r.status() != RunStatus.WAITING)
                        .findFirst());
        console.press(KeyCode.ESCAPE);
    }

    @Test
    @Order(6)
    void aRedRunTellsWhatItFoundAndIsRunAgain() throws IOException {
        console.press(KeyCode.ESCAPE);
        Run red = console.state("a build is red", s -> s.repositories().values().stream()
                .flatMap(r -> r.runs().or(java.util.List.of()).stream())
                .filter(r -> r.conclusion() == Conclusion.FAILURE
                        && r.workflowPath().equals(".github/workflows/ci.yml"))
                .max(Comparator.comparing(Run::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))));
        console.click("nav-runs");
        console.write("runs-search", red.id().repository().name() + " #" + red.number());
        console.awaitWords("runs-list", words -> words.contains("#" + red.number())
                && words.lines().filter(line -> line.contains("#"))
                        .allMatch(line -> line.contains("#" + red.number())));
        console.press(KeyCode.DOWN);
        console.press(KeyCode.ENTER);

        console.awaitWords("run-notes", words -> words.contains("Process completed with exit code 1."));
        console.awaitWords("run-changes", words -> words.contains("SINCE LAST GREEN"));
        console.awaitWords("run-clock", words -> words.contains("unit-tests") && words.contains("2 jobs"));
        console.click("rerun-all");
        console.awaitWords("plan-sheet", words -> words.contains("POST") && words.contains("/rerun"));
        console.press(KeyCode.ENTER);
        ActionRecord done = ended(Intent.RerunRun.class);
        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");

        console.awaitWords("run-attempts", words -> words.contains("ATTEMPTS · 2"));
        console.click("attempt-1");
        console.awaitWords("run-notes", words -> words.contains("Process completed with exit code 1."));
        console.state("the earlier attempt was read", s -> Optional.ofNullable(
                s.attempts().get(new AttemptKey(red.id(), 1))));
        assertThat(console.isEnabled("rerun-job")).as("of an earlier attempt").isFalse();
        console.click("attempt-2");
        console.awaitWords("run-attempts-words", words -> words.startsWith("Beside attempt 1"));
    }

    private Workload sickCheckout() throws IOException {
        Workload sick = console.state("checkout is sick",
                s -> LiveConsole.seen(s, LiveConsole.CHECKOUT).filter(Pictures::isSick));
        console.state("a good revision is remembered",
                s -> s.good().getOrDefault(LiveConsole.CHECKOUT, java.util.List.of()).stream()
                        .filter(GoodRevision::isProven)
                        .findFirst());
        return sick;
    }

    private void chooseCheckoutInProduction() {
        console.press(KeyCode.DOWN);
        for (int i = 0; i < 40 && !console.words("drawer").contains("checkout"); i++) {
            console.press(KeyCode.DOWN);
        }
        assertThat(console.words("drawer")).contains("checkout").contains("production");
    }

    private long generation() {
        return LiveConsole.seen(console.engine.store().current(), LiveConsole.CHECKOUT).orElseThrow().generation();
    }

    private static Optional<Workload> healthy(dev.signalbox.state.ConsoleState state, long generation) {
        return LiveConsole.seen(state, LiveConsole.CHECKOUT)
                .filter(w -> w.generation() == generation && HealthRule.of(w).health() == Health.HEALTHY);
    }

    private ActionRecord ended(Class<? extends Intent> kind) throws IOException {
        return console.state("the action has ended", s -> s.actions().values().stream()
                .filter(a -> kind.isInstance(a.plan().intent()) && a.phase().isEnd())
                .findFirst());
    }
}
