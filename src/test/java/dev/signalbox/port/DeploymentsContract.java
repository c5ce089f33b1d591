package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What [Deployments] must do.
public abstract class DeploymentsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().deployments().recent(server.repository());
    }

    @Test
    void tellsWhatIsWhereAndWhichRunAndJobBroughtIt() throws RemoteFailure {
        List<Deployment> there = List.of(
                deployment(server().repository(), 30, "production", Deployment.State.IN_PROGRESS, CiSamples.LARGE),
                deployment(server().repository(), 20, "staging", Deployment.State.SUCCESS, 6L),
                deployment(server().repository(), 10, "review", Deployment.State.FAILURE, null));
        server().deployments(there);
        assertThat(server().provider().deployments().recent(server().repository()))
                .isEqualTo(there.stream().map(server()::told).toList());
    }

    @Test
    void keepsTheOrderNewestFirst() throws RemoteFailure {
        server().deployments(LongStream.range(0, 40)
                .mapToObj(n -> deployment(server().repository(), 100 - n, "e" + n % 3, Deployment.State.SUCCESS, 6L))
                .toList());
        List<Deployment> read = server().provider().deployments().recent(server().repository());
        assertThat(read).extracting(Deployment::number).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(read.subList(0, 3)).extracting(Deployment::state).containsOnly(Deployment.State.SUCCESS);
    }

    @Test
    void asksFewRequestsHoweverManyDeploymentsThereAre() throws RemoteFailure {
        server().deployments(LongStream.range(0, 50)
                .mapToObj(n -> deployment(server().repository(), 100 - n, "app-" + n, Deployment.State.SUCCESS, 6L))
                .toList());
        assertThat(server().provider().deployments().recent(server().repository())).hasSize(50);
        assertThat(server().requests()).hasSizeLessThanOrEqualTo(11);
    }

    /// What went to an environment that many others overtook.
    private List<Deployment> overtaken() {
        return List.of(
                deployment(server().repository(), 20, "production", Deployment.State.IN_PROGRESS, CiSamples.LARGE),
                deployment(server().repository(), 10, "production", Deployment.State.SUCCESS, 6L));
    }

    private void servedAfter(int others, IntFunction<String> environment) {
        List<Deployment> there = new ArrayList<>();
        for (int n = 0; n < others; n++) {
            there.add(deployment(
                    server().repository(), 200 - n, environment.apply(n), Deployment.State.SUCCESS, 6L));
        }
        there.addAll(overtaken());
        server().deployments(there);
    }

    @Test
    void tellsWhatWentToOneEnvironmentHoweverMuchWentElsewhereSince() throws RemoteFailure {
        servedAfter(55, n -> "review/1");
        Deployments deployments = server().provider().deployments();
        assertThat(deployments.recent(server().repository(), Set.of("production")))
                .hasSize(Deployments.PAGE)
                .extracting(Deployment::environment).containsOnly("review/1");

        assertThat(deployments.to(server().repository(), "production"))
                .isEqualTo(overtaken().stream().map(server()::told).toList());
        assertThat(deployments.to(server().repository(), "review/1")).isNotEmpty();
    }

    @Test
    void tellsWhatRunsThoughManyWaitBeforeIt() throws RemoteFailure {
        List<Deployment> there = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            there.add(deployment(server().repository(), 100 - n, "production", Deployment.State.WAITING, 6L));
        }
        there.add(deployment(server().repository(), 20, "production", Deployment.State.SUCCESS, 6L));
        server().deployments(there);

        assertThat(server().provider().deployments().recent(server().repository()).getLast().state())
                .isEqualTo(Deployment.State.SUCCESS);
    }

    @Test
    void tellsHowAWatchedEnvironmentStandsHoweverManyOthersThereAre() throws RemoteFailure {
        servedAfter(30, n -> "app-" + n);
        List<Deployment> read =
                server().provider().deployments().recent(server().repository(), Set.of("production"));

        assertThat(read).filteredOn(deployment -> deployment.environment().equals("production"))
                .isEqualTo(overtaken().stream().map(server()::told).toList());
    }
}
