package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.Environments;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Deployments in memory, oldest first.
final class FakeDeployments {

    final List<Deployment> all = new ArrayList<>();
    final List<CiEnvironment> environments = new ArrayList<>();
    /// How a stopped environment stands, one for each reading; the last one stays.
    final Deque<EnvironmentStanding> standings = new ArrayDeque<>();
    /// Environments whose deployments cannot be read.
    final Set<String> unreadable = new HashSet<>();
    Deployment.State redeployed = Deployment.State.SUCCESS;
    private final FakeClock clock;

    FakeDeployments(FakeClock clock) {
        this.clock = clock;
    }

    /// An earlier one by job 71 of run 641, and a later one of another commit that runs now.
    void two(String environment) {
        all.add(one(51, environment, FakeCi.SHA, 71, Deployment.State.INACTIVE));
        all.add(one(52, environment, "ffff000011112222", 72, Deployment.State.SUCCESS));
    }

    Deployment one(long number, String environment, String sha, long job, Deployment.State state) {
        return new Deployment(
                FakeCi.REPOSITORY, number, environment, sha, "main", "bob", state, clock.instant(), 641L, null, job);
    }

    void again() {
        all.add(one(all.getLast().number() + 1, "production", FakeCi.SHA, 73, redeployed));
    }

    /// An environment of that name, to which deployment 51 went.
    void reviewed(String name) {
        environments.add(environment(91, name, true));
        all.add(one(51, name, FakeCi.SHA, 71, Deployment.State.SUCCESS));
    }

    CiEnvironment environment(long number, String name, boolean inUse) {
        return new CiEnvironment(
                FakeCi.REPOSITORY, number, name, Duration.ZERO, List.of(), false, false, "development", inUse);
    }

    /// What was stopped is not listed any more.
    void stop(long number) {
        environments.removeIf(environment -> environment.number() == number);
    }

    /// Fails what is asked of it, sometimes.
    interface Trial {
        void begin(String what) throws RemoteFailure;
    }

    Environments port(Trial trial) {
        return new Environments() {
            @Override
            public List<CiEnvironment> of(RepositoryId repository) throws RemoteFailure {
                trial.begin("environments");
                return inUse();
            }

            @Override
            public EnvironmentStanding standing(RepositoryId repository, long number) throws RemoteFailure {
                trial.begin("environment");
                return standingOf(number);
            }
        };
    }

    private EnvironmentStanding standingOf(long number) {
        if (standings.size() > 1) {
            return standings.remove();
        }
        if (!standings.isEmpty()) {
            return standings.getFirst();
        }
        return EnvironmentStanding.plainly(
                environments.stream().anyMatch(environment -> environment.number() == number)
                        ? EnvironmentStanding.State.AVAILABLE
                        : EnvironmentStanding.State.STOPPED);
    }

    List<CiEnvironment> inUse() {
        return List.copyOf(environments);
    }

    /// As providers list them: not all of them, but for one environment.
    Deployments listed(Trial trial) {
        return new Deployments() {
            @Override
            public List<Deployment> recent(RepositoryId repository, Set<String> watched) throws RemoteFailure {
                trial.begin("deployments");
                return all.reversed().stream().limit(PAGE).toList();
            }

            @Override
            public List<Deployment> to(RepositoryId repository, String environment) throws RemoteFailure {
                trial.begin("deployments");
                if (unreadable.contains(environment)) {
                    throw new RemoteFailure(new RemoteProblem.ServerFault("Bad gateway.", 502));
                }
                return all.reversed().stream().filter(d -> d.environment().equals(environment)).toList();
            }
        };
    }
}
