package dev.signalbox.state;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.team.TeamStanding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that became known. Everything that the console shows got into its state as one of these.
public sealed interface Change {

    /// Of waiting changes with an equal key only one is applied, see [#over]. A failure and a success differ in it.
    default Object key() {
        return this;
    }

    /// What is applied when this change came while `waiting`, of an equal key, was not applied yet. An answer that was
    /// overtaken on its way does not displace a newer one.
    default Change over(Change waiting) {
        return this;
    }

    /// A change that carries an answer: the newest about one thing counts.
    sealed interface Answered extends Change {

        Answer<?> answer();

        @Override
        default Object key() {
            Object subject = switch (this) {
                case RunsRead c -> c.repository();
                case RunRead c -> c.run();
                case WorkflowsRead c -> c.repository();
                case JobsRead c -> List.of(c.run(), c.attempt());
                case PendingRead c -> c.run();
                case ReviewsRead c -> c.run();
                case ChangeRequestsRead c -> c.run();
                case EnvironmentsRead c -> c.repository();
                case DeploymentsRead c -> c.repository();
                case FreezesRead c -> c.repository();
                case ReleasesRead c -> c.repository();
                case ComparisonRead c -> c.comparison();
                case AttemptRead c -> c.attempt();
                case AnnotationsRead c -> c.job();
                case LogRead c -> c.job();
                case InputsRead c -> c.inputs();
                case PodLogRead c -> c.log();
                case PermitRead c -> c.permit();
            };
            return List.of(getClass(), subject, answer() instanceof Answer.Good<?>);
        }
    }

    /// A connection was configured; keeps what is known if it was there already.
    record ConnectionAdded(Connection connection) implements Change {}

    /// A connection answered well.
    record ConnectionAnswered(ConnectionId id, Instant at) implements Change {
        @Override
        public Object key() {
            return List.of(ConnectionAnswered.class, id);
        }

        @Override
        public Change over(Change waiting) {
            return Overtaking.answered(this, waiting);
        }
    }

    /// A connection failed.
    record ConnectionTroubled(ConnectionId id, RemoteProblem problem, @Nullable Instant retryAt) implements Change {
        @Override
        public Object key() {
            return List.of(ConnectionTroubled.class, id);
        }
    }

    /// A connection may lead elsewhere than is meant; an empty doubt when it does not any more.
    record ConnectionDoubted(ConnectionId id, Connection.Doubt doubt) implements Change {}

    /// We know who we are there.
    record AccountRead(ConnectionId id, Account account) implements Change {}

    /// What the provider of a connection can do, as far as is known by now.
    record AbilitiesRead(ConnectionId id, CiCapabilities abilities) implements Change {
        @Override
        public Object key() {
            return List.of(AbilitiesRead.class, id);
        }
    }

    /// The provider told what is left.
    record BudgetRead(ConnectionId id, ApiBudget budget) implements Change {
        @Override
        public Object key() {
            return List.of(BudgetRead.class, id);
        }

        @Override
        public Change over(Change waiting) {
            return Overtaking.budget(this, waiting);
        }
    }

    /// The board file was read.
    record BoardDescribed(BoardSpec spec, List<String> problems) implements Change {}

    /// The team file stands otherwise.
    record TeamFileChanged(TeamStanding standing) implements Change {
        @Override
        public Object key() {
            return TeamFileChanged.class;
        }
    }

    /// The vault stands otherwise.
    record VaultChanged(VaultStanding standing) implements Change {
        @Override
        public Object key() {
            return VaultChanged.class;
        }
    }

    /// Repositories of an owner were listed, or some were read by their names; those not listed stay.
    record RepositoriesRead(ConnectionId id, @Nullable String of, Answer<List<Repository>> answer) implements Change {}

    record WorkflowsRead(RepositoryId repository, Answer<List<Workflow>> answer) implements Answered {}

    /// The newest runs of a repository; runs known before and not listed stay.
    record RunsRead(RepositoryId repository, Answer<List<Run>> answer) implements Answered {
        @Override
        public Change over(Change waiting) {
            return Overtaking.runs(this, waiting);
        }
    }

    record RunRead(RunId run, Answer<Run> answer) implements Answered {
        @Override
        public Change over(Change waiting) {
            return Overtaking.run(this, waiting);
        }
    }

    record JobsRead(RunId run, int attempt, Answer<List<Job>> answer) implements Answered {}

    record PendingRead(RunId run, Answer<List<PendingApproval>> answer) implements Answered {}

    record ReviewsRead(RunId run, Answer<List<Review>> answer) implements Answered {}

    record ChangeRequestsRead(RunId run, Answer<List<ChangeRequest>> answer) implements Answered {}

    record EnvironmentsRead(RepositoryId repository, Answer<List<CiEnvironment>> answer) implements Answered {}

    record DeploymentsRead(RepositoryId repository, Answer<List<Deployment>> answer) implements Answered {}

    record FreezesRead(RepositoryId repository, Answer<List<Freeze>> answer) implements Answered {}

    record ReleasesRead(RepositoryId repository, Answer<List<Release>> answer) implements Answered {}

    record ComparisonRead(ComparisonKey comparison, Answer<Comparison> answer) implements Answered {}

    /// A run as of an attempt that is not its latest.
    record AttemptRead(AttemptKey attempt, Answer<Run> answer) implements Answered {}

    record AnnotationsRead(JobKey job, Answer<List<Annotation>> answer) implements Answered {}

    record ResultsChanged(RunId run, ResultNews news) implements Change {
        @Override
        public Object key() {
            return List.of(ResultsChanged.class, run, news.key());
        }
    }

    record LogRead(JobKey job, Answer<LogFile> answer) implements Answered {}

    record InputsRead(InputsKey inputs, Answer<ManualStart> answer) implements Answered {}

    record PodLogRead(PodLogKey log, Answer<LogFile> answer) implements Answered {}

    /// A log of pods is not followed any more; its file is gone, if there ever was one.
    record PodLogClosed(PodLogKey log, @Nullable Path file) implements Change {}

    record PermitRead(PermitKey permit, Answer<Permit> answer) implements Answered {}

    record WorkloadSeen(Workload workload, Instant at) implements Change {
        @Override
        public Object key() {
            return workload.key();
        }
    }

    record WorkloadGone(WorkloadKey workload) implements Change {
        @Override
        public Object key() {
            return workload;
        }
    }

    record GoodRevisionKept(GoodRevision revision) implements Change {
        @Override
        public Object key() {
            return List.of(GoodRevisionKept.class, revision.workload(), revision.hash());
        }
    }

    record ActionRecorded(ActionRecord action) implements Change {
        @Override
        public Object key() {
            return action.plan().id();
        }
    }

    record DraftChanged(Draft draft) implements Change {
        @Override
        public Object key() {
            return draft.id();
        }
    }

    record DraftDiscarded(DraftId draft) implements Change {
        @Override
        public Object key() {
            return draft;
        }
    }

    /// A screen shows something else now.
    record FocusMoved(String screen, Focus focus) implements Change {
        @Override
        public Object key() {
            return List.of(FocusMoved.class, screen);
        }
    }

    /// What earlier runs tell about every run that is looked at or goes on; replaces what was recalled before.
    record PastsRecalled(Map<RunId, RunPast> runs) implements Change {
        @Override
        public Object key() {
            return PastsRecalled.class;
        }
    }

    /// The history of runs works (empty text) or does not; looking goes on either way.
    record HistoryChecked(String problem) implements Change {
        @Override
        public Object key() {
            return HistoryChecked.class;
        }
    }

    /// The history of runs reaches further. Says nothing about whether it works.
    record HistoryProgressed(HistoryProgress progress) implements Change {
        @Override
        public Object key() {
            return HistoryProgressed.class;
        }
    }

    /// The journal works (empty text) or does not.
    record JournalChecked(String problem) implements Change {}
}
