package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.GitHubWords.conclusion;
import static dev.signalbox.provider.github.GitHubWords.exact;
import static dev.signalbox.provider.github.GitHubWords.line;
import static dev.signalbox.provider.github.GitHubWords.page;
import static dev.signalbox.provider.github.GitHubWords.status;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.Workflow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Wire to domain: accounts, repositories, workflows, runs and jobs. Pure. What lacks its identity is no row at all.
///
/// Names that requests or comparisons are made of (logins, branches, commits, environments) stay exactly as sent; texts
/// that are only shown are made safe here already.
final class GitHubMapping {

    private static final Pattern FULL_NAME = Pattern.compile("([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})");
    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

    private GitHubMapping() {}

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

    static @Nullable Account account(AccountJson user) {
        String login = user.login();
        if (login == null || login.isBlank()) {
            return null;
        }
        Set<String> scopes = Arrays.stream(exact(user.scopes()).split(",", -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .map(GitHubWords::line)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(login, scopes, expiration(user.expiration()));
    }

    static @Nullable Repository repository(RepositoryJson repository, ConnectionId connection) {
        var name = FULL_NAME.matcher(exact(repository.fullName()));
        if (repository.id() == null || !name.matches() || isDots(name.group(1)) || isDots(name.group(2))) {
            return null;
        }
        return new Repository(
                new RepositoryId(connection, name.group(1), name.group(2)),
                exact(repository.defaultBranch()),
                repository.archived() || repository.disabled(),
                access(repository.permissions()),
                repository.pushedAt(),
                page(repository.htmlUrl()));
    }

    static @Nullable Workflow workflow(WorkflowJson workflow, RepositoryId repository) {
        String path = workflow.path();
        if (workflow.id() == null || path == null) {
            return null;
        }
        boolean active = "active".equals(workflow.state());
        return new Workflow(
                repository,
                workflow.id(),
                workflowName(workflow.name(), path),
                path,
                active,
                page(workflow.htmlUrl()));
    }

    static @Nullable Run run(RunJson run, RepositoryId repository) {
        if (run.id() == null) {
            return null;
        }
        String path = exact(run.path());
        String file = path.contains("@") ? path.substring(0, path.indexOf('@')) : path;
        String actor = exact(run.actor());
        return new Run(
                new RunId(repository, run.id()),
                attempt(run.runAttempt()),
                run.workflowId(),
                workflowName(run.name(), file),
                file,
                run.runNumber(),
                line(run.displayTitle(), run.headCommitMessage(), run.name()),
                line(run.event()),
                status(run.status()),
                conclusion(run.conclusion()),
                run.headBranch(),
                exact(run.headSha()),
                actor,
                Objects.requireNonNullElse(run.triggeringActor(), actor),
                run.createdAt(),
                run.runStartedAt(),
                run.updatedAt(),
                page(run.htmlUrl()));
    }

    static @Nullable Job job(JobJson job, RunId run, int attempt) {
        if (job.id() == null) {
            return null;
        }
        String runner = line(job.runnerName());
        return new Job(
                run,
                job.id(),
                job.runAttempt() == null ? attempt : attempt(job.runAttempt()),
                line(job.name()),
                status(job.status()),
                conclusion(job.conclusion()),
                job.createdAt(),
                job.startedAt(),
                job.completedAt(),
                job.labels().stream().map(GitHubWords::line).toList(),
                runner.isEmpty() ? null : runner,
                rows(job.steps(), GitHubMapping::step),
                page(job.htmlUrl()));
    }

    private static Job.@Nullable Step step(JobJson.StepJson step) {
        Long number = step.number();
        if (number == null || number < 0 || number > Integer.MAX_VALUE) {
            return null;
        }
        return new Job.Step(
                number.intValue(),
                line(step.name()),
                status(step.status()),
                conclusion(step.conclusion()),
                step.startedAt(),
                step.completedAt());
    }

    private static Repository.Access access(RepositoryJson.@Nullable PermissionsJson rights) {
        if (rights == null) {
            return Repository.Access.UNKNOWN;
        }
        if (rights.admin()) {
            return Repository.Access.ADMIN;
        }
        if (rights.maintain() || rights.push()) {
            return Repository.Access.WRITE;
        }
        return rights.triage() || rights.pull() ? Repository.Access.READ : Repository.Access.UNKNOWN;
    }

    private static int attempt(long number) {
        return number < 1 || number > Integer.MAX_VALUE ? 1 : (int) number;
    }

    private static @Nullable Instant expiration(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            // Seen as "2026-01-31 10:00:00 UTC" and as "… +0100".
            return OffsetDateTime.parse(header.strip().replace(" UTC", " +0000"), EXPIRATION)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A workflow without a name is called by its path.
    private static String workflowName(@Nullable String name, String path) {
        return name == null || name.equals(path) ? line(fileOf(path)) : line(name, fileOf(path), null);
    }

    private static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }

    private static String fileOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
