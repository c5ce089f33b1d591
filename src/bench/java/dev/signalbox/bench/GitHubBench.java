package dev.signalbox.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What watching thirty repositories with five active runs costs, and how old the news are.
///
/// The baseline is somebody who reads the runs of every repository every five seconds and keeps no answer.
final class GitHubBench implements Bench {

    private static final int LIMIT = 5_000;
    private static final double NORMAL_SHARE = 0.30;
    private static final int MOST_PER_MINUTE = 300;
    private static final int OLDEST_SECONDS = 5;
    private static final int MINUTES = 60;

    /// Less would say too little about an hour.
    private static final int QUICK_MINUTES = 20;
    private static final int READS_PER_MINUTE = CiSimulation.REPOSITORIES * 12;

    private final Simulated simulated;
    private final What what;

    private GitHubBench(Simulated simulated, What what) {
        this.simulated = simulated;
        this.what = what;
    }

    /// One simulation, seen from three sides.
    static List<Bench> benches() {
        Simulated simulated = new Simulated();
        return List.of(
                new GitHubBench(simulated, What.COUNTED),
                new GitHubBench(simulated, What.SENT),
                new GitHubBench(simulated, What.FRESHNESS));
    }

    @Override
    public String name() {
        return what.title;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        CiSimulation.Result result = simulated.result(effort);
        return switch (what) {
            case COUNTED -> new Measurement(result.countedPerHour(), "1/h", READS_PER_MINUTE * 60.0,
                    new Limit.ValueAtMost(LIMIT * NORMAL_SHARE));
            case SENT -> new Measurement(result.mostPerMinute(), "1/min", READS_PER_MINUTE,
                    new Limit.ValueAtMost(MOST_PER_MINUTE));
            case FRESHNESS -> new Measurement(result.ages().p99Millis() / 1000, "s",
                    result.polled().p99Millis() / 1000, new Limit.ValueAtMost(OLDEST_SECONDS));
        };
    }

    private enum What {
        /// Requests that use up the hourly allowance.
        COUNTED("github.budget"),
        /// Requests of any kind in the busiest minute.
        SENT("github.requests"),
        /// From a change of a run to the state.
        FRESHNESS("github.change-to-state");

        private final String title;

        What(String title) {
            this.title = title;
        }
    }

    private static final class Simulated {
        private Optional<CiSimulation.Result> result = Optional.empty();

        CiSimulation.Result result(Effort effort) throws Exception {
            if (result.isEmpty()) {
                result = Optional.of(new CiSimulation(InstantSource.system().instant(),
                        Duration.ofMinutes(effort.of(MINUTES, QUICK_MINUTES))).run());
            }
            return result.get();
        }
    }
}
