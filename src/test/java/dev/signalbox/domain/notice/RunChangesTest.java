package dev.signalbox.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Branches come and go for months while the console runs.
class RunChangesTest {

    private static final Instant START = Instant.parse("2026-03-03T10:00:00Z");
    private static final RepositoryId SHOP = new RepositoryId(new ConnectionId("Work"), "acme", "shop");

    private Instant now = START;

    @Test
    void branchesWithoutEndAreForgottenTheOldestFirst() {
        RunChanges changes = RunChanges.first(seen(failed("release", 1)));
        for (int i = 2; i < 2 + RunChanges.UNLISTED; i++) {
            now = now.plusSeconds(10);
            changes = changes.next(seen(ended("topic" + i, i)), now).known();
        }
        assertThat(changes.results()).hasSize(RunChanges.UNLISTED + 1);
        assertThat(changes.results()).as("the oldest unlisted one is still there").containsKey(line("release"));
        for (int i = 0; i < 300; i++) {
            now = now.plusSeconds(10);
            changes = changes.next(seen(ended("late" + i, 1_000 + i)), now).known();
        }
        assertThat(changes.results()).hasSize(RunChanges.UNLISTED + 1).doesNotContainKey(line("release"));
    }

    @Test
    void whatWasForgottenIsNoNewsWhenItIsListedAgain() {
        RunChanges changes = RunChanges.first(seen(failed("release", 1)));
        for (int i = 2; i < 10 + RunChanges.UNLISTED; i++) {
            now = now.plusSeconds(10);
            changes = changes.next(seen(ended("topic" + i, i)), now).known();
        }
        assertThat(changes.results()).doesNotContainKey(line("release"));
        now = now.plusSeconds(10);
        RunChanges.Found again = changes.next(seen(failed("release", 1)), now);
        assertThat(again.notices()).isEmpty();
        now = now.plusSeconds(10);
        assertThat(again.known().next(seen(ended("release", 900)), now).notices())
                .extracting(Notice::kind).contains(NoticeKind.FIXED);
    }

    private Sight.OfRepository seen(Sight.OfRun... runs) {
        return new Sight.OfRepository(now, Arrays.asList(runs), Set.of());
    }

    private static RunChanges.Line line(String branch) {
        return new RunChanges.Line(7, "branch " + branch);
    }

    private static Sight.OfRun ended(String branch, long number) {
        return run(branch, number, Conclusion.SUCCESS);
    }

    private static Sight.OfRun failed(String branch, long number) {
        return run(branch, number, Conclusion.FAILURE);
    }

    private static Sight.OfRun run(String branch, long number, Conclusion end) {
        Instant began = START.plusSeconds(number);
        return new Sight.OfRun(
                new Run(
                        new RunId(SHOP, number), 1, 7, "build", ".github/workflows/build.yml", number, "Change", "push",
                        RunStatus.COMPLETED, end, branch, "a".repeat(40), "ana", "ana", began, began, began, null),
                "shop", "Shop", Set.of());
    }
}
