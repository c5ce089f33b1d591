package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.CONNECTION;
import static dev.signalbox.provider.gitlab.GitLabWire.NOW;
import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabServerTest {

    private static final RepositoryId OTHER = new RepositoryId(CONNECTION, "octo-org", "other");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final GitLabServer server = new GitLabServer(GitLab.base("https://host.example.com/gitlab"), now::get);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void peopleLookAtItBesideTheApi() {
        assertThat(server.address()).isEqualTo("https://host.example.com/gitlab");
        assertThat(new GitLabServer(GitLab.base("https://gitlab.com"), now::get).address())
                .isEqualTo("https://gitlab.com");
    }

    @Test
    void aServerOfAnUnknownVersionHasEverything() {
        assertThat(server.version()).isEmpty();
        for (GitLabFeature feature : GitLabFeature.values()) {
            assertThat(server.has(feature)).as(feature.name()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"15.4.6,TOKEN_DETAILS,false", "15.5.0,TOKEN_DETAILS,true", "17.10.9,INPUTS,false",
        "17.11.0,INPUTS,true", "18.0.0,INPUTS,true", "11.0.0,FREEZES,true"})
    void aVersionTellsWhatIsThere(String version, GitLabFeature feature, boolean there) {
        server.is(new VersionJson(version, true));
        assertThat(server.has(feature)).isEqualTo(there);
        assertThat(server.lacks(feature, REPOSITORY).isEmpty()).isEqualTo(there);
    }

    @Test
    void whatAVersionLacksIsNotAskedFor() throws RemoteFailure {
        server.is(new VersionJson("14.0.0", false));
        assertThat(server.read(GitLabFeature.INPUTS, REPOSITORY, "none", this::good)).isEqualTo("none");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRefusalIsRememberedForOneProjectAndOneThing() throws RemoteFailure {
        RemoteProblem no = new RemoteProblem.Forbidden("no", null);
        assertThat(server.read(GitLabFeature.FREEZES, REPOSITORY, "none", () -> refused(no))).isEqualTo("none");
        assertThat(server.lacks(GitLabFeature.FREEZES, REPOSITORY)).contains(GitLabFeature.FREEZES.lack());
        assertThat(server.read(GitLabFeature.FREEZES, REPOSITORY, "none", this::good)).isEqualTo("none");
        assertThat(server.read(GitLabFeature.FREEZES, OTHER, "none", this::good)).isEqualTo("good");
        assertThat(server.read(GitLabFeature.PROTECTION, REPOSITORY, "none", this::good)).isEqualTo("good");
        assertThat(asked).hasValue(3);
    }

    @Test
    void aRefusalIsForgottenAfterHalfAnHour() throws RemoteFailure {
        RemoteProblem gone = new RemoteProblem.NotFound("no");
        assertThat(server.read(GitLabFeature.FREEZES, REPOSITORY, "none", () -> refused(gone))).isEqualTo("none");
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(30)));
        assertThat(server.lacks(GitLabFeature.FREEZES, REPOSITORY)).isEmpty();
        assertThat(server.read(GitLabFeature.FREEZES, REPOSITORY, "none", this::good)).isEqualTo("good");
    }

    @Test
    void anyOtherProblemIsAFailure() {
        for (RemoteProblem problem : new RemoteProblem[] {
            new RemoteProblem.Unauthorized("x"), new RemoteProblem.ServerFault("x", 500),
            new RemoteProblem.Unreadable("x"), new RemoteProblem.RateLimited("x", NOW),
            new RemoteProblem.Unreachable("x", RemoteProblem.Sent.MAYBE)
        }) {
            assertThatThrownBy(() -> server.read(GitLabFeature.FREEZES, REPOSITORY, "none", () -> refused(problem)))
                    .as(problem.toString()).isInstanceOf(RemoteFailure.class);
            assertThat(server.lacks(GitLabFeature.FREEZES, REPOSITORY)).isEmpty();
        }
    }

    private String good() {
        asked.incrementAndGet();
        return "good";
    }

    private String refused(RemoteProblem problem) throws RemoteFailure {
        asked.incrementAndGet();
        throw new RemoteFailure(problem);
    }
}
