package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeploymentReadsTest {

    private final List<Deployment> all = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = NOON;
    private final DeploymentReads reads = new DeploymentReads(new Deployments() {
        @Override
        public List<Deployment> recent(RepositoryId repository, Set<String> watched) {
            asked.add("recent, watching " + String.join(" ", watched.stream().sorted().toList()));
            return all.stream().limit(PAGE).toList();
        }

        @Override
        public List<Deployment> to(RepositoryId repository, String environment) {
            asked.add("to " + environment);
            return all.stream().filter(d -> d.environment().equals(environment)).toList();
        }
    }, () -> state, () -> now);

    private void environments(String... names) {
        List<CiEnvironment> known = Stream.of(names).map(name -> new CiEnvironment(
                CHECKOUT, name.hashCode(), name, Duration.ZERO, List.of(), false, false, "", true)).toList();
        state = new Reducer().apply(
                state, List.of(new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(known, NOON))));
    }

    /// Older than everything that is there.
    private void deployed(String environment, Deployment.State how) {
        all.add(new Deployment(
                CHECKOUT, 1_000 - all.size(), environment, "abcdef0", "main", "ada", how, NOON, null, null));
    }

    private void overtakenBy(int others) {
        for (int n = 0; n < others; n++) {
            deployed("review/" + n % 5, Deployment.State.SUCCESS);
        }
    }

    private List<Deployment> read(String environment) throws RemoteFailure {
        return reads.of(CHECKOUT).stream().filter(d -> d.environment().equals(environment)).toList();
    }

    @Test
    void whatRunsInAColumnIsToldHoweverMuchWentElsewhereSince() throws RemoteFailure {
        environments("production", "staging");
        deployed("staging", Deployment.State.SUCCESS);
        overtakenBy(60);
        deployed("production", Deployment.State.SUCCESS);

        assertThat(read("production")).isEqualTo(List.of(all.getLast()));
        assertThat(asked).containsExactly("recent, watching production staging", "to production");
    }

    @Test
    void whatWasTriedSinceDoesNotHideWhatRuns() throws RemoteFailure {
        environments("production");
        deployed("production", Deployment.State.FAILURE);
        overtakenBy(60);
        deployed("production", Deployment.State.SUCCESS);

        assertThat(read("production")).isEqualTo(List.of(all.getFirst(), all.getLast()));
        assertThat(reads.of(CHECKOUT)).extracting(Deployment::number)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
    }

    @Test
    void whatHasLeftTheListIsAskedForAgainAfterTenMinutes() throws RemoteFailure {
        environments("production");
        overtakenBy(60);
        deployed("production", Deployment.State.SUCCESS);
        List<Deployment> first = read("production");
        now = now.plus(Duration.ofMinutes(9));
        assertThat(read("production")).isEqualTo(first);
        assertThat(asked).filteredOn("to production"::equals).hasSize(1);

        now = now.plus(Duration.ofMinutes(1));
        all.removeLast();
        assertThat(read("production")).as("it was removed").isEmpty();
        now = now.minus(Duration.ofHours(1));
        read("production");
        assertThat(asked).filteredOn("to production"::equals).as("the clock was set back").hasSize(3);
    }

    @Test
    void whatIsListedCountsMoreThanWhatWasReadBefore() throws RemoteFailure {
        environments("production");
        deployed("production", Deployment.State.IN_PROGRESS);
        overtakenBy(60);
        deployed("production", Deployment.State.SUCCESS);
        read("production");
        Deployment begun = all.getFirst();
        all.set(0, new Deployment(
                CHECKOUT, begun.number(), "production", "abcdef0", "main", "ada", Deployment.State.FAILURE, NOON, null,
                null));

        assertThat(read("production")).extracting(Deployment::state)
                .containsExactly(Deployment.State.FAILURE, Deployment.State.SUCCESS);
    }

    @Test
    void nothingMoreIsAskedWhereEverythingIsListed() throws RemoteFailure {
        environments("production");
        overtakenBy(Deployments.PAGE - 1);

        assertThat(reads.of(CHECKOUT)).isEqualTo(all);
        assertThat(asked).containsExactly("recent, watching production");
    }

    @Test
    void environmentsWithoutAColumnAreNotAskedFor() throws RemoteFailure {
        environments("production", "review/1", "review/2", "pr-17");
        overtakenBy(60);
        deployed("production", Deployment.State.SUCCESS);
        deployed("pr-17", Deployment.State.SUCCESS);
        reads.of(CHECKOUT);

        assertThat(asked).doesNotContain("to review/1", "to review/2");
        assertThat(asked).contains("to production");
    }

    @Test
    void noMoreThanTenAreWatched() throws RemoteFailure {
        environments(Stream.iterate(0, n -> n + 1).limit(30).map(n -> "region" + n).toArray(String[]::new));
        overtakenBy(60);
        reads.of(CHECKOUT);

        assertThat(asked).hasSizeLessThanOrEqualTo(11);
    }
}
