package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.gitlab.PracticeGitLab;
import dev.signalbox.practice.gitlab.Token;
import dev.signalbox.practice.gitlab.world.Approval;
import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Members;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.ProjectSeed;
import dev.signalbox.practice.gitlab.world.Trigger;
import dev.signalbox.practice.gitlab.world.World;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which of two rules a person decides for, from the buttons of the approvals screen to what GitLab was told. Nobody else
/// is at work there.
class DecideForStoryTest {

    private static final ConnectionId GITLAB = new ConnectionId("GitLab");
    private static final String OURS = "Release managers";
    private static final String NOT_OURS = "Quality assurance";

    private final Members members = Members.standard();
    private final World world = new World(members, new SplittableRandom(7), DeploySink.immediate(), 0.01);
    private final Machine machine = Machine.here().with(Map.of("TOKEN_OF_TEST", "glpat-you"));

    @SuppressWarnings("NullAway.Init") // opened before each test
    private LiveConsole console;

    @BeforeEach
    void openTheConsole(@TempDir Path folder) throws IOException {
        Instant now = machine.clock().instant();
        world.seed(auth(), now);
        world.start(
                world.of("auth"),
                new Trigger("api", Project.BRANCH, Map.of("version", "v3.4.2", "environment", "production"), Map.of()),
                members.developers().getFirst(), now.minusSeconds(300), null);
        world.tick(now);
        Threads threads = new Threads();
        PracticeGitLab server = new PracticeGitLab(
                world, Map.of("glpat-you", Token.full(members.you())), machine.clock(), threads.ticks(),
                threads.workers());
        String address = server.start().toString();
        ConsoleConfig config = new ConsoleConfig(
                List.of(new ConsoleConfig.CiAccount(
                        GITLAB, Connection.Kind.GITLAB, address, "TOKEN_OF_TEST", List.of(World.GROUP), null, null)),
                List.of(), null);
        console = LiveConsole.at(() -> {
            server.close();
            threads.close();
        }, machine, config, folder);
    }

    @AfterEach
    void closeTheConsole() {
        console.close();
    }

    @Test
    void theRuleThatIsChosenIsTheOneThatGitLabCounts() throws IOException {
        PendingApproval waiting = console.state("a deployment is blocked", s -> s.runs().values().stream()
                .flatMap(run -> run.pending().or(List.of()).stream())
                .filter(pending -> pending.gate() instanceof Gate.Deployment && pending.answerable().size() == 2)
                .findFirst());
        console.click("nav-approvals");
        console.awaitShown("approval-rules");
        assertThat(console.isEnabled("approval-approve")).as("before a rule is chosen").isFalse();

        ActionRecord wrong = decide(waiting, NOT_OURS);
        assertThat(wrong.phase()).as(wrong.words()).isEqualTo(Phase.FAILED);
        assertThat(wrong.words()).contains("represent");
        assertThat(approvals()).as("GitLab was told a rule that we do not belong to").isEmpty();

        ActionRecord done = decide(waiting, OURS);
        assertThat(done.phase()).as(done.words()).isEqualTo(Phase.DONE);
        assertThat(approvals()).singleElement().satisfies(approval -> {
            assertThat(approval.user()).isEqualTo(members.you());
            assertThat(approval.comment()).isEqualTo("For " + OURS);
            assertThat(approval.rule()).isEqualTo(rule(OURS));
        });
        // One rule is left, and we have nothing to say about it any more: it is the colleague's.
        console.awaitWords("approval", words -> words.contains("1 of 1 approved by release-mgr"));
    }

    /// Chooses a rule, says why, looks at the plan and confirms it, as a person does.
    private ActionRecord decide(PendingApproval waiting, String rule) throws IOException {
        int before = console.engine.store().current().actions().size();
        console.click("approval-rule-" + waiting.answerable().stream().map(ApprovalRule::name).toList().indexOf(rule));
        console.awaitWords("approval-approve", words -> words.equals("Approve for " + rule + "…"));
        console.write("approval-comment", "For " + rule);
        console.click("approval-approve");
        console.awaitFocus("plan-name");
        console.awaitWords("plan-sheet", words -> words.contains("\"represented_as\": \"" + rule + "\"")
                && words.contains("This starts nothing"));
        assertThat(console.words("plan-confirm")).isEqualTo("Approve for " + rule);
        console.type("production");
        console.press(KeyCode.ENTER);
        ActionRecord ended = console.state("it has ended", s -> s.actions().values().stream()
                .filter(a -> s.actions().size() > before && a.phase().isEnd())
                .filter(a -> a.plan().intent() instanceof Intent.ReviewDeployment review
                        && rule.equals(review.represented()))
                .findFirst());
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
        return ended;
    }

    private List<Approval> approvals() {
        return world.locked(() -> blocked().map(Deployment::approvals).map(List::copyOf).orElseThrow());
    }

    private long rule(String name) {
        return world.locked(() -> blocked().orElseThrow().environment().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst().orElseThrow().id());
    }

    private Optional<Deployment> blocked() {
        return world.of("auth").deployments().stream()
                .filter(deployment -> deployment.state() == Deployment.State.BLOCKED)
                .findFirst();
    }

    private static ProjectSeed auth() {
        return new ProjectSeed(
                "auth", "Signs people in", 1, 400,
                List.of(
                        new ProjectSeed.Release("v3.4.0", Duration.ofDays(12), List.of("Sign with the key of the day")),
                        new ProjectSeed.Release("v3.4.1", Duration.ofHours(53), List.of("Forget old sessions"))),
                List.of(
                        new ProjectSeed.Deployed("production", "v3.4.0", Duration.ofDays(8)),
                        new ProjectSeed.Deployed("staging", "v3.4.1", Duration.ofHours(47))),
                true, false, List.of());
    }
}
