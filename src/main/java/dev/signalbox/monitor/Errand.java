package dev.signalbox.monitor;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.InputsKey;

/// One thing to be read from a CI provider.
sealed interface Errand {

    /// What is done first when more is due than may be sent.
    enum Urgency {
        /// Somebody looks at it now.
        FOCUS,
        /// Something moves there.
        ACTIVE,
        /// For the record.
        SLOW
    }

    default Urgency urgency() {
        return Urgency.SLOW;
    }

    /// How many requests it usually takes.
    default int cost() {
        return 1;
    }

    /// Whether it reads one file, which may be odd while everything else of the server is well.
    default boolean isOfOneFile() {
        return false;
    }

    record WhoAmI() implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// The owner's most recently pushed repositories: a cheap hint.
    record RecentlyPushed(String owner) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    record AllRepositories(String owner) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    record OneRepository(RepositoryId repository) implements Errand {}

    record ListFreezes(RepositoryId repository) implements Errand {}

    /// For somebody who looks at the service.
    record ListReleases(RepositoryId repository) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    record ListRuns(RepositoryId repository) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    /// A run that is looked at: the run, its jobs and what it waits for.
    record WatchRun(RunId run) implements Errand {
        @Override
        public int cost() {
            return 2;
        }

        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// A run alone, where its list does not tell: how long it took, or what became of it after many others.
    record ReadRun(RunId run) implements Errand {}

    /// Runs that wait for people and may be older than those that are listed.
    record ListWaiting(RepositoryId repository) implements Errand {}

    record ReadPending(RunId run) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    /// The list, and the state of the newest one in each environment.
    record ListDeployments(RepositoryId repository) implements Errand {
        @Override
        public int cost() {
            return 3;
        }
    }

    record ListEnvironments(RepositoryId repository) implements Errand {}

    record ListWorkflows(RepositoryId repository) implements Errand {}

    record Compare(ComparisonKey key) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// An attempt that is not the run's latest, with its jobs: it changes no more.
    record ReadAttempt(AttemptKey attempt) implements Errand {
        @Override
        public int cost() {
            return 2;
        }

        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// What a run that is looked at came with.
    record ReadChangeRequests(RunId run) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    record ReadAnnotations(JobKey job) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    record FetchLog(JobKey job) implements Errand {
        @Override
        public boolean isOfOneFile() {
            return true;
        }

        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// What a run that is looked at left behind.
    record ListArtifacts(RunId run) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.ACTIVE;
        }
    }

    /// The test reports of a run that is over.
    ///
    /// @param asked how often somebody asked: each time they are read again
    record ReadReports(RunId run, int attempt, int asked) implements Errand {
        @Override
        public boolean isOfOneFile() {
            return true;
        }

        @Override
        public int cost() {
            return 3;
        }

        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    /// An artifact that somebody wants on this machine.
    record SaveArtifact(RunId run, long number) implements Errand {
        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }

    record ReadInputs(InputsKey key) implements Errand {
        @Override
        public boolean isOfOneFile() {
            return true;
        }

        @Override
        public Urgency urgency() {
            return Urgency.FOCUS;
        }
    }
}
