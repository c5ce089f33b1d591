package dev.signalbox.port;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.Workflow;
import java.time.Instant;
import java.util.List;

/// A CI server that contract tests fill and break, in domain words; a provider's tests render it in their protocol.
/// What was not filled in is not found. Closing it checks that every request was one that the protocol describes.
public interface CiServer extends AutoCloseable {

    /// The provider under test, connected to this server.
    CiProvider provider();

    /// A repository that the others belong to.
    RepositoryId repository();

    /// The credential that the provider was given: it must not appear anywhere.
    String secret();

    void account(Account account);

    void repositories(String owner, List<Repository> repositories);

    void workflows(List<Workflow> workflows);

    void manualStart(Workflow workflow, String ref, ManualStart start);

    /// The runs of [#repository()], newest first; each can be read alone, too.
    void runs(List<Run> runs);

    /// Runs of [#repository()] that were created between two times, newest first.
    void runs(Instant from, Instant until, List<Run> runs);

    void jobs(RunId run, int attempt, List<Job> jobs);

    void annotations(JobKey job, List<Annotation> annotations);

    void log(JobKey job, byte[] log);

    void artifacts(RunId run, List<Artifact> artifacts);

    /// What is downloaded when the artifact is asked for.
    void archive(Artifact artifact, byte[] archive);

    void pending(RunId run, List<PendingApproval> pending);

    /// A gate as this provider has them.
    default Gate gate(long number) {
        return new Gate.Environment(number);
    }

    void reviews(RunId run, List<Review> reviews);

    void environments(List<CiEnvironment> environments);

    /// How one environment stands; for a provider that tells of those in use only, it is listed or not.
    default void environment(CiEnvironment environment, EnvironmentStanding.State state) {
        environments(state == EnvironmentStanding.State.AVAILABLE ? List.of(environment) : List.of());
    }

    /// Newest first.
    void deployments(List<Deployment> deployments);

    void comparison(Comparison comparison);

    /// What a run's commit came with, in the order in which the server tells.
    void changeRequests(Run run, List<ChangeRequest> requests);

    /// Releases in the order in which the server tells.
    void releases(List<Release> releases);

    /// A sample as this provider can tell it, where its world has less or other words than the sample.
    default Run told(Run sample) {
        return sample;
    }

    default Deployment told(Deployment sample) {
        return sample;
    }

    default Artifact told(Artifact sample) {
        return sample;
    }

    default List<Workflow> told(List<Workflow> samples) {
        return samples;
    }

    /// Fields of a run that this provider leaves out of lists.
    default List<String> leftOutOfLists() {
        return List.of();
    }

    /// What may wait for people at this provider: first something that we may decide on, then something that others may.
    default List<PendingApproval> pendingSamples(RunId run) {
        return CiSamples.pending(run);
    }

    default List<Review> reviewSamples() {
        return CiSamples.reviews();
    }

    default List<CiEnvironment> environmentSamples() {
        return CiSamples.environments(repository());
    }

    /// From now on every request is answered like this.
    void fails(Fault fault);

    /// The requests so far, as `METHOD target`.
    List<String> requests();

    /// The bodies of the requests that change something, in order.
    List<String> bodies();

    @Override
    void close();

    /// Ways in which a server disappoints.
    enum Fault {
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        REJECTED,
        MOVED,
        RATE_LIMITED,
        SERVER_FAULT,
        SIGN_IN_PAGE,
        /// JSON that stops in the middle.
        TRUNCATED,
        /// JSON of a shape that nobody asked for.
        WRONG_SHAPE,
        /// The connection is cut before the answer.
        CUT
    }
}
