package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person who presses "Read everything again" gets while GitLab answers nothing but “Retry later”.
class GitLabAllowanceTest {

    private static final String USER = "/api/v4/user";

    private final GitLabWire wire = new GitLabWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void nothingIsAskedWhileNothingIsHeldBack() {
        wire.askAgain();
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void readingGoesOnBeforeTheToldTimeOnceTheServerAnswers() throws RemoteFailure {
        refuse();
        wire.works();
        wire.get(USER, "{\"id\":1,\"username\":\"octocat\"}");
        assertThat(refused().until()).as("nobody has asked").isEqualTo(told());
        assertThat(wire.targets()).as("and nothing has left").hasSize(1);
        wire.askAgain();
        assertThat(wire.provider().accounts().me().login()).isEqualTo("octocat");
    }

    @Test
    void oneQuestionIsAllThatLeavesWhileRequestsAreRefused() {
        refuse();
        wire.askAgain();
        refused();
        assertThat(wire.targets()).hasSize(2).last().isEqualTo(USER);
    }

    @Test
    void aRefusalTellsANewTime() {
        refuse();
        wire.pass(Duration.ofSeconds(30));
        wire.askAgain();
        assertThat(refused().until()).isEqualTo(told().plusSeconds(30));
    }

    @Test
    void anAnswerThatIsNoneKeepsTheTime() {
        refuse();
        for (RawAnswer answer : List.of(
                RawAnswer.json("{\"message\":\"401 Unauthorized\"}").status(401), RawAnswer.json("[]"),
                RawAnswer.page(200, "<html>Sign in</html>"), RawAnswer.of(502, ""))) {
            wire.works();
            wire.answer(USER, answer);
            wire.askAgain();
            assertThat(refused().until()).as(answer.toString()).isEqualTo(told());
        }
    }

    @Test
    void theToldTimeIsTheEndWhoeverAsks() {
        refuse();
        wire.works();
        wire.get("pipelines?order_by=id&sort=desc&per_page=20", "[]");
        wire.pass(Duration.ofSeconds(42));
        assertThat(catchThrowableOfType(RemoteFailure.class, () -> wire.provider().runs().recent(REPOSITORY)))
                .isNull();
        wire.askAgain();
        assertThat(wire.targets()).doesNotContain(USER);
    }

    private void refuse() {
        wire.fails(Fault.RATE_LIMITED);
        refused();
    }

    private RemoteProblem.RateLimited refused() {
        return (RemoteProblem.RateLimited) catchThrowableOfType(
                RemoteFailure.class, () -> wire.provider().runs().recent(REPOSITORY)).problem();
    }

    private static Instant told() {
        return GitLabWire.NOW.plusSeconds(42);
    }
}
