package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.conclusion;
import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.line;
import static dev.signalbox.provider.gitlab.GitLabWords.page;
import static dev.signalbox.provider.gitlab.GitLabWords.status;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Wire to domain: accounts, projects, pipelines and their jobs. Pure. What lacks its identity is no row at all.
///
/// Names that requests or comparisons are made of (logins, branches, commits, environments) stay exactly as sent; texts
/// that are only shown are made safe here already.
final class GitLabMapping {

    /// Where pipelines are described unless a project says otherwise; GitLab has no other file per workflow.
    static final String FILE = ".gitlab-ci.yml";
    /// A project has pipelines of one kind only, so they need no number of their own.
    static final long WORKFLOW = 0;
    static final String PIPELINE = "Pipeline";

    /// Groups, each with a slash behind it, and the project: <https://docs.gitlab.com/user/reserved_names/>.
    /// No pipeline takes a year; who says so means something else.
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private static final Pattern PATH =
            Pattern.compile("((?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}/){0,20}[A-Za-z0-9_][A-Za-z0-9_.-]{0,254})/"
                    + "([A-Za-z0-9_.-]{1,255})");
    private static final long REPORTER = 20;
    private static final long DEVELOPER = 30;
    private static final long MAINTAINER = 40;

    private GitLabMapping() {}

    /// Every row that has an identity.
    static <J, D> List<D> rows(Collection<J> wire, Function<J, @Nullable D> mapping) {
        return wire.stream()
                .map(mapping)
                .<D>mapMulti((row, out) -> {
                    if (row != null) {
                        out.accept(row);
                    }
                })
                .toList();
    }

    /// @param token absent where the server does not tell about it
    static @Nullable Account account(UserJson user, @Nullable TokenJson token) {
        String login = user.username();
        if (login == null || login.isBlank()) {
            return null;
        }
        return token == null
                ? new Account(login, Set.of(), null)
                : new Account(
                        login,
                        token.scopes().stream().map(GitLabWords::line).collect(Collectors.toUnmodifiableSet()),
                        token.expiresAt());
    }

    static @Nullable Repository repository(ProjectJson project, ConnectionId connection) {
        Matcher path = PATH.matcher(exact(project.path()));
        if (project.id() == null || !path.matches() || isDots(path.group(2))) {
            return null;
        }
        return new Repository(
                new RepositoryId(connection, path.group(1), path.group(2)),
                exact(project.defaultBranch()),
                project.archived(),
                access(project.access()),
                project.lastActivityAt(),
                page(project.webUrl()));
    }

    /// The one workflow of a project.
    static Workflow workflow(RepositoryId repository, String address) {
        return new Workflow(
                repository, WORKFLOW, PIPELINE, FILE, true,
                page(address + "/" + repository.fullName() + "/-/pipelines"));
    }

    /// @param title what the commit is called, where it is known; a pipeline's own name goes before it
    /// @param known an earlier, fuller answer about the same pipeline: lists leave most out
    static @Nullable Run run(
            PipelineJson pipeline, @Nullable String title, @Nullable PipelineJson known, RepositoryId repository) {
        if (pipeline.id() == null) {
            return null;
        }
        String user = exact(pipeline.user() == null && known != null ? known.user() : pipeline.user());
        boolean lacksCoverage = pipeline.coverage() == null && !status(pipeline.status()).isUnfinished();
        BigDecimal coverage = lacksCoverage && known != null ? known.coverage() : pipeline.coverage();
        return new Run(
                new RunId(repository, pipeline.id()),
                1,
                WORKFLOW,
                PIPELINE,
                FILE,
                pipeline.iid() == null ? pipeline.id() : pipeline.iid(),
                line(pipeline.name(), title),
                line(pipeline.source()),
                status(pipeline.status()),
                conclusion(pipeline.status()),
                pipeline.ref(),
                exact(pipeline.sha()),
                user,
                user,
                pipeline.createdAt(),
                pipeline.startedAt() == null && known != null ? known.startedAt() : pipeline.startedAt(),
                pipeline.updatedAt(),
                page(pipeline.webUrl()),
                coverage == null ? null : coverage.toPlainString(),
                finished(pipeline, known),
                worked(pipeline, known));
    }

    /// Lists do not tell; what was told before counts only while nothing has happened in the pipeline since.
    private static @Nullable Instant finished(PipelineJson pipeline, @Nullable PipelineJson known) {
        if (status(pipeline.status()).isUnfinished()) {
            return null;
        }
        boolean lacks = pipeline.finishedAt() == null;
        return lacks && known != null && isSame(pipeline, known) ? known.finishedAt() : pipeline.finishedAt();
    }

    private static boolean isSame(PipelineJson pipeline, PipelineJson known) {
        return Objects.equals(known.updatedAt(), pipeline.updatedAt());
    }

    /// In the same way.
    private static @Nullable Duration worked(PipelineJson pipeline, @Nullable PipelineJson known) {
        if (status(pipeline.status()).isUnfinished()) {
            return null;
        }
        boolean lacks = pipeline.seconds() == null;
        BigDecimal seconds = lacks && known != null && isSame(pipeline, known) ? known.seconds() : pipeline.seconds();
        return seconds == null || seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0
                ? null
                : Duration.ofSeconds(seconds.longValue());
    }

    /// A job, or a bridge to another project's pipeline, which is shown as a job that leads there.
    static @Nullable Job job(GitLabJobs.Found found, RunId run) {
        JobJson job = found.job();
        String prefix = found.prefix();
        if (job.id() == null) {
            return null;
        }
        PipelineJson downstream = job.downstream();
        String runner = line(job.runner());
        String stage = line(job.stage());
        return new Job(
                run,
                job.id(),
                1,
                prefix + line(job.name()),
                status(job.status()),
                conclusion(job.status(), job.allowFailure(), job.failureReason()),
                queued(job),
                job.startedAt(),
                job.finishedAt(),
                job.tags().stream().map(GitLabWords::line).toList(),
                runner.isEmpty() ? null : runner,
                List.of(),
                page(downstream == null ? job.webUrl() : downstream.webUrl()),
                stage.isEmpty() ? null : prefix + stage,
                found.replaced());
    }

    /// When a job could have begun: all jobs are made with their pipeline, and wait for the stages before them first.
    private static @Nullable Instant queued(JobJson job) {
        Instant started = job.startedAt();
        BigDecimal seconds = job.queuedSeconds();
        if (started == null || seconds == null) {
            return job.createdAt();
        }
        Instant queued = started.minusMillis(seconds.movePointRight(3).longValue());
        return job.createdAt() != null && queued.isBefore(job.createdAt()) ? job.createdAt() : queued;
    }

    /// Roles: <https://docs.gitlab.com/user/permissions/#project-permissions>. Without a level an administrator or a
    /// reader of something public may be meant.
    private static Repository.Access access(long level) {
        if (level >= MAINTAINER) {
            return Repository.Access.ADMIN;
        }
        if (level >= DEVELOPER) {
            return Repository.Access.WRITE;
        }
        return level >= REPORTER ? Repository.Access.READ : Repository.Access.UNKNOWN;
    }

    private static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }
}
