package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.environment;
import static dev.signalbox.ui.approvals.Decisions.job;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.team;
import static dev.signalbox.ui.approvals.Decisions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.approvals.ApprovalCard.Line;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalLinesTest {

    private static final Instant START = NOON.minusSeconds(100);

    @ParameterizedTest
    @CsvSource({
        "SUCCESS,GOOD,passed", "FAILURE,BAD,failed", "TIMED_OUT,BAD,timed out", "STARTUP_FAILURE,BAD,could not start",
        "ACTION_REQUIRED,WARNING,needs somebody", "CANCELLED,IDLE,cancelled", "SKIPPED,IDLE,skipped",
        "NEUTRAL,IDLE,neutral", "STALE,IDLE,stale", "UNKNOWN,UNKNOWN,ended in a way we do not know"
    })
    void tellsHowAJobEndedByShapeAndWord(Conclusion end, Mark mark, String words) {
        Line line = line(job("lint", RunStatus.COMPLETED, end, START, START.plusSeconds(64)));
        assertThat(line).isEqualTo(new Line(mark, "lint", words, "1 m 04 s"));
    }

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS,MOVING,running", "WAITING,WAITING,waits", "QUEUED,QUEUED,queued",
        "REQUESTED,QUEUED,queued", "PENDING,QUEUED,queued", "COMPLETED,QUEUED,ended", "UNKNOWN,QUEUED,unknown"
    })
    void tellsWhereAJobStandsThatHasNotEnded(RunStatus status, Mark mark, String words) {
        Line line = line(job("deploy", status, Conclusion.NONE, null, null));
        assertThat(line).isEqualTo(new Line(mark, "deploy", words, ""));
    }

    @ParameterizedTest
    @EnumSource(Conclusion.class)
    void nothingThatDidNotPassLooksAsIfItHad(Conclusion end) {
        Line line = line(job("lint", RunStatus.COMPLETED, end, START, START));
        assertThat(line.mark() == Mark.GOOD).isEqualTo(end == Conclusion.SUCCESS);
        assertThat(line.words().equals("passed")).isEqualTo(end == Conclusion.SUCCESS);
    }

    @Test
    void aRunningJobCountsOnAndOneThatWaitsDoesNot() {
        assertThat(line(job("build", RunStatus.IN_PROGRESS, Conclusion.NONE, START, null)).right())
                .isEqualTo("1 m 40 s");
        assertThat(line(job("deploy", RunStatus.WAITING, Conclusion.NONE, START, null)).right()).isEmpty();
        assertThat(line(job("deploy", RunStatus.QUEUED, Conclusion.NONE, START, null)).right()).isEmpty();
        assertThat(line(job("skipped", RunStatus.COMPLETED, Conclusion.SKIPPED, null, null)).right()).isEmpty();
    }

    @Test
    void anEndBeforeTheStartIsNoNegativeTime() {
        assertThat(line(job("lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, START)).right()).isEqualTo("0 s");
    }

    @Test
    void countsWhatWentWellAndWhatDidNot() {
        assertThat(heading()).isEqualTo("What the run has shown · 0 good");
        assertThat(heading(ended("a", Conclusion.SUCCESS), ended("b", Conclusion.SUCCESS)))
                .isEqualTo("What the run has shown · 2 good");
        assertThat(heading(
                ended("a", Conclusion.SUCCESS), ended("b", Conclusion.FAILURE), ended("c", Conclusion.TIMED_OUT),
                ended("d", Conclusion.SKIPPED), ended("e", Conclusion.UNKNOWN)))
                .isEqualTo("What the run has shown · 1 good · 2 failed");
    }

    @Test
    void whatWasTriedAgainIsNeitherCountedNorShown() {
        Decisions tried = Decisions.ofRelease()
                .jobs(1, ended("test", Conclusion.FAILURE).asReplaced(), ended("test", Conclusion.SUCCESS));
        assertThat(tried.card().jobsHeading()).isEqualTo("What the run has shown · 1 good");
        assertThat(tried.card().jobs()).extracting(Line::words).containsExactly("passed");
    }

    @Test
    void showsTheJobsOfTheAttemptThatWaits() {
        Decisions second = Decisions.ofRelease()
                .run(Decisions.run(2, "main", Decisions.SHA, "x", 641))
                .jobs(1, ended("of the first attempt", Conclusion.FAILURE))
                .jobs(2, ended("of the second attempt", Conclusion.SUCCESS));
        assertThat(second.card().jobs()).extracting(Line::name).containsExactly("of the second attempt");
        assertThat(second.card().jobsHeading()).isEqualTo("What the run has shown · 1 good");
    }

    @Test
    void aJobsNameIsShownAsTextAndNotWithoutEnd() {
        Line line = line(ended("a\u202eb\u0007" + "x".repeat(500), Conclusion.SUCCESS));
        assertThat(line.name()).contains("‹U+202E›").doesNotContain("\u202e").hasSizeLessThan(130);
    }

    @Test
    void namesTheRulesOfTheEnvironment() {
        assertThat(ApprovalLines.peopleHeading(Optional.empty())).isEqualTo("Reviews");
        assertThat(rules(false, false, Duration.ZERO)).isEqualTo("Reviews");
        assertThat(rules(true, false, Duration.ZERO)).isEqualTo("Reviews · not who started it");
        assertThat(rules(false, true, Duration.ZERO)).isEqualTo("Reviews · only some branches");
        assertThat(rules(false, false, Duration.ofMinutes(30))).isEqualTo("Reviews · waits 30 m");
        assertThat(rules(true, true, Duration.ofHours(2)))
                .isEqualTo("Reviews · not who started it, only some branches, waits 2 h");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED,GOOD,approved production", "REJECTED,BAD,rejected production",
        "UNKNOWN,UNKNOWN,decided on production"
    })
    void tellsWhoDecidedWhat(Review.Decision decision, Mark mark, String words) {
        assertThat(people(Decisions.ofRelease()
                .pending(production(false))
                .reviews(new Review("grace", decision, "", List.of("production")))))
                .containsExactly(new Line(mark, "grace", words, ""));
    }

    @Test
    void quotesTheCommentAndNamesEveryEnvironment() {
        Review review =
                new Review("grace", Review.Decision.APPROVED, "soak was fine", List.of("staging", "production"));
        assertThat(people(Decisions.ofRelease().pending(production(false)).reviews(review)))
                .extracting(Line::words).containsExactly("approved staging, production · “soak was fine”");
        Review blank = new Review("grace", Review.Decision.APPROVED, "  \n", List.of("staging"));
        assertThat(people(Decisions.ofRelease().pending(production(false)).reviews(blank)))
                .extracting(Line::words).containsExactly("approved staging");
    }

    @Test
    void aCommentCannotEndItsOwnLine() {
        Review review = new Review(
                "mallory", Review.Decision.REJECTED, "no\napproved by grace \u202e", List.of("production"));
        assertThat(people(Decisions.ofRelease().pending(production(false)).reviews(review)))
                .singleElement().extracting(Line::words).asString()
                .doesNotContain("\n").doesNotContain("\u202e").startsWith("rejected production");
    }

    @Test
    void tellsWhoMayDecide() {
        assertThat(people(Decisions.ofRelease().pending(production(false, user("grace"), team("release-managers")))))
                .containsExactly(
                        new Line(Mark.QUEUED, "grace", "may decide", ""),
                        new Line(Mark.QUEUED, "release-managers", "team, may decide", ""));
    }

    @Test
    void tellsHowEveryRuleStandsAndHowManyAreMissing() {
        PendingApproval ruled = new PendingApproval(
                Decisions.RUN, new Gate.Deployment(3), "production", false, Duration.ZERO, null, List.of(), List.of(
                        new ApprovalRule("QA", 1, List.of("grace"), List.of()),
                        new ApprovalRule("Release managers", 2, List.of("ada\u202e"), List.of()),
                        new ApprovalRule("Security", 1, List.of(), List.of("eve"))),
                true);
        assertThat(people(Decisions.ofRelease().pending(ruled))).containsExactly(
                new Line(Mark.GOOD, "QA", "1 of 1 approved by grace", ""),
                new Line(Mark.PEOPLE, "Release managers", "1 of 2 approved by "
                        + SafeText.line("ada\u202e") + " · 1 missing", ""),
                new Line(Mark.BAD, "Security", "0 of 1 approved, rejected by eve · 1 missing", ""));
    }

    @Test
    void namesAGroupOnceWhenARuleTellsOfIt() {
        PendingApproval ruled = new PendingApproval(
                Decisions.RUN, new Gate.Deployment(3), "production", false, Duration.ZERO, null,
                List.of(team("QA"), team("Release managers")),
                List.of(new ApprovalRule("QA", 1, List.of(), List.of())), true);
        assertThat(people(Decisions.ofRelease().pending(ruled))).extracting(Line::name)
                .containsExactly("QA", "Release managers");
    }

    @Test
    void saysYouOnceToThePersonAtTheScreen() {
        Decisions mine = Decisions.ofRelease().as("ada").pending(production(true, user("ada"), user("grace")));
        assertThat(people(mine)).extracting(Line::name).containsExactly("grace", "you");
    }

    @Test
    void aTeamOfOnesOwnNameIsNotOneself() {
        Decisions mine = Decisions.ofRelease().as("ada").pending(production(true, team("ada")));
        assertThat(people(mine)).extracting(Line::name).containsExactly("ada", "you");
    }

    @Test
    void whoMayNotDecideIsNamedLikeEverybodyElse() {
        Decisions own = Decisions.ofRelease().as("ada").pending(production(false, user("ada")));
        assertThat(people(own)).extracting(Line::name).containsExactly("ada");
    }

    @Test
    void doesNotKnowWhoYouAreBeforeTheAccountWasRead() {
        assertThat(people(Decisions.ofRelease().pending(production(true, user("ada")))))
                .extracting(Line::name).containsExactly("ada", "you");
    }

    private static List<Line> people(Decisions decisions) {
        return decisions.card().people();
    }

    private static String rules(boolean notOneself, boolean someBranches, Duration timer) {
        return ApprovalLines.peopleHeading(Optional.of(environment(notOneself, someBranches, timer)));
    }

    private static String heading(Job... jobs) {
        return Decisions.ofRelease().jobs(1, jobs).card().jobsHeading();
    }

    private static Job ended(String name, Conclusion end) {
        return job(name, RunStatus.COMPLETED, end, START, START.plusSeconds(5));
    }

    private static Line line(Job job) {
        List<Line> lines = Decisions.ofRelease().jobs(1, Arrays.asList(job).toArray(Job[]::new)).card().jobs();
        return lines.getFirst();
    }
}
