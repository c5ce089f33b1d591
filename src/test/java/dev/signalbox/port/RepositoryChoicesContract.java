package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RepositoryChoices.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [RepositoryChoices] must do.
public abstract class RepositoryChoicesContract {

    private @Nullable SetupServer running;

    protected abstract SetupServer start();

    @BeforeEach
    void startServer() {
        running = start();
    }

    @AfterEach
    void closeServer() {
        server().close();
    }

    private SetupServer server() {
        return Objects.requireNonNull(running);
    }

    private RepositoryChoices choices() {
        return server().account().repositories();
    }

    private static List<String> many(int count) {
        return IntStream.range(0, count).mapToObj(n -> "acme/app-" + n).toList();
    }

    @Test
    void listsWhatTheAccountReachesNewestFirst() throws RemoteFailure {
        server().reachable(List.of("acme/shop", "old/till"));

        List<RepositoryChoice> all = choices().all(Progress.NONE);

        assertThat(all).extracting(choice -> choice.group() + "/" + choice.name())
                .containsExactly("acme/shop", "old/till");
        assertThat(all).extracting(RepositoryChoice::archived).containsExactly(false, true);
        assertThat(all).extracting(RepositoryChoice::hasDeployments).containsOnly(Told.UNKNOWN);
        assertThat(all).allSatisfy(choice -> {
            assertThat(choice.connection().name()).isEqualTo("work");
            assertThat(choice.lastPush()).isNotNull();
        });
    }

    @Test
    void tellsHowFarItIsAfterEachPage() throws RemoteFailure {
        server().reachable(many(250));
        List<Integer> heard = new ArrayList<>();

        List<RepositoryChoice> all = choices().all(soFar -> heard.add(soFar.size()));

        assertThat(all).hasSize(250).doesNotHaveDuplicates();
        assertThat(heard).startsWith(100, 200);
        assertThat(server().requests()).hasSize(3);
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() throws RemoteFailure {
        server().reachable(many(250));

        assertThat(choices().all(soFar -> false)).hasSize(100);
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void anAccountWithoutRepositoriesHasNoneToChooseFrom() throws RemoteFailure {
        server().reachable(List.of());

        assertThat(choices().all(Progress.NONE)).isEmpty();
    }

    @Test
    void asksEachWhetherAnythingWasDeployed() throws RemoteFailure {
        server().reachable(List.of("acme/shop", "acme/lib", "acme/secret", "acme/late"));
        server().deployments("acme/shop", true);
        server().deployments("acme/lib", false);
        server().deployments("acme/secret", null);
        List<RepositoryChoice> all = choices().all(Progress.NONE);
        List<Integer> heard = new ArrayList<>();

        List<RepositoryChoice> asked = choices().withDeployments(all, soFar -> {
            heard.add(soFar.size());
            return soFar.size() < 3;
        });

        assertThat(asked).extracting(RepositoryChoice::hasDeployments)
                .containsExactly(Told.YES, Told.NO, Told.UNKNOWN, Told.UNKNOWN);
        assertThat(asked).extracting(RepositoryChoice::id).isEqualTo(
                all.stream().map(RepositoryChoice::id).toList());
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void aUsedUpAllowanceEndsTheAsking() throws RemoteFailure {
        server().reachable(List.of("acme/shop"));
        List<RepositoryChoice> all = choices().all(Progress.NONE);
        server().fails(CiServer.Fault.RATE_LIMITED);

        RemoteFailure failure = Objects.requireNonNull(catchThrowableOfType(
                RemoteFailure.class, () -> choices().withDeployments(all, Progress.NONE)));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.RateLimited.class);
    }

    @Test
    void aListThatCannotBeReadIsNoEmptyList() {
        server().fails(CiServer.Fault.WRONG_SHAPE);

        RemoteFailure failure =
                Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, () -> choices().all(Progress.NONE)));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.Unreadable.class);
    }
}
