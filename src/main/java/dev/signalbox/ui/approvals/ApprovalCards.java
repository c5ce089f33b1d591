package dev.signalbox.ui.approvals;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.approvals.ApprovalCard.CommitLine;
import dev.signalbox.ui.approvals.ApprovalRows.Waiting;
import dev.signalbox.ui.plan.StepRow;
import dev.signalbox.ui.plan.StepRows;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a decision is about, as a pure function of state and time.
final class ApprovalCards {

    private static final int COMMITS_SHOWN = 8;

    private ApprovalCards() {}

    /// @param draft the plan of approving it, once it is being prepared
    static ApprovalCard of(
            ConsoleState state, Waiting waiting, RuleChoices choices, @Nullable Draft draft, Instant now) {
        Run run = waiting.run();
        PendingApproval pending = waiting.pending();
        CiWords words = state.words(run.id().repository().connection());
        Optional<Deployment> live = live(state, waiting);
        Optional<CiEnvironment> environment = environment(state, waiting);
        Reading<Comparison> comparison =
                comparison(state, waiting).map(k -> state.comparisons().getOrDefault(k, Reading.never()))
                        .orElse(Reading.never());
        Comparison changes = comparison.value();
        String service = safe(ApprovalRows.service(state, run));
        String name = safe(pending.environmentName());
        String sha = safe(ApprovalRows.shortSha(run.headSha()));
        return new ApprovalCard(
                waiting.key(),
                service + " → " + ApprovalRows.into(state, waiting),
                live.map(ApprovalCards::versionOf).orElse(""),
                ApprovalRows.version(run),
                words.run() + " #" + Numbers.grouped(run.number()) + attempt(run) + " · "
                        + safe(Objects.requireNonNullElse(run.branch(), "no branch"))
                        + " · " + sha + " · " + safe(run.title()),
                "Open the " + words.run(),
                pill(pending, waiting.since(), now),
                pending.canApprove() ? Mark.PEOPLE : Mark.WAITING,
                problem(state, waiting, comparison, now),
                ApprovalLines.jobsHeading(state, run),
                ApprovalLines.jobs(state, run, now),
                ApprovalLines.peopleHeading(environment),
                ApprovalLines.people(state, waiting),
                changesHeading(live, changes, waiting),
                changes == null
                        ? List.of()
                        : changes.commits().stream().limit(COMMITS_SHOWN).map(ApprovalCards::line).toList(),
                live.isEmpty() ? nothingLive(state, waiting) : changesNote(live.get(), comparison, waiting),
                changes != null && (changes.behind() > 0 || !migrations(changes).isEmpty()),
                steps(draft),
                choices.isOpen() ? "Choose the rule that you decide for." : planWords(pending, draft),
                draft instanceof Draft.Ready r
                        ? r.plan().warnings().stream().map(ApprovalCards::safe).toList()
                        : List.of(),
                "You decide on exactly " + sha + words.attempt(", ", run.attempt()) + ", for " + name
                        + ". If the " + words.run() + " moves before the request leaves, nothing is sent.",
                choices,
                blocked(pending, environment, words, draft));
    }

    /// What was deployed there last, as the provider recorded it.
    static Optional<Deployment> live(ConsoleState state, Waiting waiting) {
        return state.repository(waiting.run().id().repository()).deployments().or(List.of()).stream()
                .filter(d -> d.environment().equals(waiting.pending().environmentName()))
                .filter(d -> d.state() == Deployment.State.SUCCESS)
                .findFirst();
    }

    /// The comparison that tells what would change.
    static Optional<ComparisonKey> comparison(ConsoleState state, Waiting waiting) {
        return live(state, waiting)
                .filter(d -> !d.sha().equals(waiting.run().headSha()))
                .map(d -> new ComparisonKey(waiting.run().id().repository(), d.sha(), waiting.run().headSha()));
    }

    private static Optional<CiEnvironment> environment(ConsoleState state, Waiting waiting) {
        return state.repository(waiting.run().id().repository()).environments().or(List.of()).stream()
                .filter(e -> e.name().equals(waiting.pending().environmentName()))
                .findFirst();
    }

    private static String attempt(Run run) {
        return run.attempt() > 1 ? " · attempt " + run.attempt() : "";
    }

    private static String pill(PendingApproval pending, @Nullable Instant since, Instant now) {
        String age = since == null ? "" : " for " + Durations.age(since, now);
        return pending.canApprove() ? "waits for you" + age : "waits for others" + age;
    }

    private static String problem(
            ConsoleState state, Waiting waiting, Reading<Comparison> comparison, Instant now) {
        return Stream.of(
                state.run(waiting.run().id()).pending().problem(),
                state.run(waiting.run().id()).run().problem(),
                state.repository(waiting.run().id().repository()).deployments().problem(),
                comparison.problem())
                .filter(Objects::nonNull)
                .findFirst()
                .map(p -> safe(Problems.sentence(p, now)) + " What is shown is the last that was read.")
                .orElse("");
    }

    private static String changesHeading(
            Optional<Deployment> live, @Nullable Comparison changes, Waiting waiting) {
        if (live.isEmpty()) {
            return "What changes";
        }
        if (isThereAlready(live.get(), waiting)) {
            return "What changes · nothing since " + versionOf(live.get());
        }
        if (changes == null) {
            return "What changes · since " + versionOf(live.get());
        }
        int migrations = migrations(changes).size();
        return "What changes · " + Numbers.counted(changes.total(), "commit", "commits")
                + (migrations == 0 ? "" : " · " + Numbers.counted(migrations, "migration", "migrations"));
    }

    /// Only a list that was read, and tells the state of each, says that nothing was there.
    private static String nothingLive(ConsoleState state, Waiting waiting) {
        List<Deployment> known = state.repository(waiting.run().id().repository()).deployments().value();
        boolean tells = known != null && known.stream()
                .filter(d -> d.environment().equals(waiting.pending().environmentName()))
                .noneMatch(d -> d.state() == Deployment.State.UNKNOWN);
        return tells
                ? "Nothing was deployed there before, as far as the provider knows."
                : "What runs there is not known, so nothing can be compared.";
    }

    private static String changesNote(Deployment live, Reading<Comparison> reading, Waiting waiting) {
        if (isThereAlready(live, waiting)) {
            return "The same commit runs there now.";
        }
        Comparison changes = reading.value();
        if (changes == null) {
            return reading.problem() == null ? "Comparing…" : "It could not be compared.";
        }
        if (changes.behind() > 0) {
            return "This goes back: " + Numbers.counted(changes.behind(), "commit", "commits")
                    + " that run there now are not in it.";
        }
        int hidden = changes.total() - Math.min(COMMITS_SHOWN, changes.commits().size());
        String more = hidden > 0 ? "… " + hidden + " more" : "";
        List<String> migrations = migrations(changes);
        return migrations.isEmpty()
                ? more
                : String.join(", ", migrations.stream().limit(3).map(ApprovalCards::safe).toList())
                        + (more.isEmpty() ? "" : " · " + more);
    }

    private static boolean isThereAlready(Deployment live, Waiting waiting) {
        return live.sha().equals(waiting.run().headSha());
    }

    /// Files that look like database migrations: the part of a change that a rollback does not take back.
    private static List<String> migrations(Comparison changes) {
        return changes.files().stream()
                .filter(f -> {
                    String path = f.toLowerCase(Locale.ROOT);
                    return path.contains("migration") || path.matches("(.*/)?v\\d+__.*\\.sql");
                })
                .toList();
    }

    private static CommitLine line(dev.signalbox.domain.ci.Commit commit) {
        return new CommitLine(safe(commit.shortSha()), safe(commit.subject()), safe(commit.author()));
    }

    private static List<StepRow> steps(@Nullable Draft draft) {
        return draft instanceof Draft.Ready ready ? StepRows.of(ready.plan()) : List.of();
    }

    private static String planWords(PendingApproval pending, @Nullable Draft draft) {
        return switch (draft) {
            case null -> pending.canApprove() ? "Working out the exact request…" : "You cannot decide on this one.";
            case Draft.Preparing ignored -> "Working out the exact request…";
            case Draft.Refused r -> safe(r.reason()) + " " + safe(r.advice());
            case Draft.Ready ignored -> "";
            case Draft.Confirmed ignored -> "";
        };
    }

    private static String blocked(
            PendingApproval pending, Optional<CiEnvironment> environment, CiWords words, @Nullable Draft draft) {
        if (!pending.canApprove()) {
            boolean own = environment.map(CiEnvironment::preventsSelfReview).orElse(false);
            return own
                    ? "You are not among its reviewers, or you started the " + words.run() + " yourself."
                    : "You are not among its reviewers.";
        }
        // What could not be read says nothing against a decision: its sheet reads everything again.
        return draft instanceof Draft.Refused r && r.unread() == null ? safe(r.reason()) : "";
    }

    private static String safe(String text) {
        return SafeText.line(text, 160);
    }

    /// What people call a deployment: its version tag, else the commit; a branch says nothing of what runs.
    private static String versionOf(Deployment deployment) {
        boolean tag = deployment.ref().matches("v?\\d[\\w.+-]*");
        return safe(tag ? deployment.ref() : ApprovalRows.shortSha(deployment.sha()));
    }
}
