package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.gitlab.world.Approval;
import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Freeze;
import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Members;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Status;
import dev.signalbox.practice.gitlab.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The deeds of the platform group, without any port open.
class PlatformWorkTest {

    private final ManualTicks clock = new ManualTicks();
    private final World world = new World(Members.standard(), new Lots(2), DeploySink.immediate(), 1);
    private final PlatformWork work = new PlatformWork(world, clock, new Lots(3));

    @BeforeEach
    void seed() {
        Catalogue.onGitLab()
                .forEach(service -> world.seed(Seeds.project(service, clock.instant()), clock.instant()));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            world.tick(clock.instant());
        }
    }

    private Pipeline newest(String service) {
        return world.of(service).pipelines().stream().filter(each -> !each.isChild()).findFirst().orElseThrow();
    }

    private Deployment blocked(String service) {
        return world.of(service).deployments().stream()
                .filter(each -> each.state() == Deployment.State.BLOCKED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGroupHasFourServices() {
        assertThat(world.projects()).extracting(Project::path).containsExactly("acme/platform/auth",
                "acme/platform/notifications", "acme/platform/email-gateway", "acme/platform/audit-log");
    }

    @Test
    void aReleaseOfAuthWaitsForBothRules() {
        work.prelude();
        Deployment waiting = blocked("auth");

        assertThat(newest("auth").status()).isEqualTo(Status.MANUAL);
        assertThat(newest("auth").name()).isEqualTo("Release v3.4.2 to production");
        assertThat(waiting.pendingApprovals()).isEqualTo(2);
        assertThat(waiting.createdAt()).isBefore(clock.instant().minus(Duration.ofMinutes(9)));
    }

    @Test
    void whatIsRolledOutAtTheBeginningOfTheStoryHasNotBeenRolledOutForTheHourBefore() {
        World slow = new World(Members.standard(), new Lots(2), new DeploySink() {
            @Override
            public void deploy(String service, String environment, String version, String sha, String by) {}

            @Override
            public Progress progress(String service, String environment) {
                return new Progress(false, null);
            }
        }, 1);
        Catalogue.onGitLab().forEach(service -> slow.seed(Seeds.project(service, clock.instant()), clock.instant()));
        new PlatformWork(slow, clock, new Lots(3)).prelude();
        Job rollout = slow.of("notifications").pipelines().stream()
                .flatMap(pipeline -> pipeline.job("deploy-development").stream())
                .findFirst()
                .orElseThrow();

        assertThat(rollout.status()).isEqualTo(Status.RUNNING);
        assertThat(rollout.queuedAt()).isBefore(clock.instant().minus(Duration.ofMinutes(30)));
        assertThat(rollout.startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void oneTestOfNotificationsFailedOnceAndWentWellWhenRetried() {
        work.prelude();
        Pipeline pipeline = newest("notifications");
        List<Status> tries = pipeline.jobs().stream()
                .filter(job -> job.plan().name().equals("unit-tests 2/2"))
                .map(Job::status)
                .toList();

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(tries).containsExactly(Status.FAILED, Status.SUCCESS);
        assertThat(pipeline.job("unit-tests 2/2").orElseThrow().user()).isNotEqualTo(world.members().you());
    }

    @Test
    void theNewestPipelineOfTheMailIsRed() {
        work.prelude();

        assertThat(newest("email-gateway").status()).isEqualTo(Status.FAILED);
        assertThat(newest("email-gateway").job("integration-tests").orElseThrow().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aPipelineWithAChildIsOnItsWay() {
        work.prelude();
        Pipeline pipeline = newest("audit-log");

        assertThat(pipeline.status()).isEqualTo(Status.RUNNING);
        assertThat(pipeline.job("quality").orElseThrow().downstream()).isNotNull();
        assertThat(pipeline.job("build-image").orElseThrow().status()).isEqualTo(Status.CREATED);
    }

    @Test
    void theColleagueThinksForAWhileAndThenSaysYesOnce() {
        work.prelude();
        var began = clock.instant();
        Deployment waiting = blocked("auth");
        clock.pass(Duration.ofSeconds(19));
        work.answerAsColleague(began);
        assertThat(waiting.approvals()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        work.answerAsColleague(began);
        work.answerAsColleague(began);

        assertThat(waiting.approvals()).extracting(Approval::user).containsExactly(world.members().colleague());
        assertThat(waiting.pendingApprovals()).isEqualTo(1);
        assertThat(waiting.state()).isEqualTo(Deployment.State.BLOCKED);
    }

    @Test
    void theColleagueLooksAtWhatComesLaterToo() {
        var began = clock.instant();
        work.release("notifications", "v1.12.1", Catalogue.PRODUCTION, began.plusSeconds(60));
        pass(78);
        work.answerAsColleague(began);
        assertThat(blocked("notifications").approvals()).isEmpty();
        pass(30);
        work.answerAsColleague(began);

        assertThat(blocked("notifications").approvals()).hasSize(1);
    }

    @Test
    void nobodyButUsEndsTheWaiting() {
        work.prelude();
        var began = clock.instant();
        for (int i = 0; i < 120; i++) {
            pass(1);
            work.answerAsColleague(began);
        }

        assertThat(newest("auth").status()).isEqualTo(Status.MANUAL);
        Deployment waiting = blocked("auth");
        world.approve(waiting, world.members().you(), true, "", "", clock.instant());
        assertThat(waiting.waitsForApproval()).isFalse();
        world.play(waiting.job(), world.members().you(), clock.instant());
        pass(30);
        assertThat(newest("auth").status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void workNeverPilesUpOnABusyProject() {
        for (int i = 0; i < 20; i++) {
            work.work();
        }

        assertThat(world.projects()).allSatisfy(project -> assertThat(project.pipelines().stream()
                .filter(pipeline -> pipeline.status().isActive() && !pipeline.isChild())
                .count()).isEqualTo(1));
    }

    @Test
    void workGoesOnAfterEachPipeline() {
        int before = world.projects().stream().mapToInt(project -> project.pipelines().size()).sum();
        for (int i = 0; i < 8; i++) {
            work.work();
            pass(60);
        }

        assertThat(world.projects().stream().mapToInt(project -> project.pipelines().size()).sum())
                .isGreaterThanOrEqualTo(before + 8);
    }

    @Test
    void aPipelineBlocksNobodyWhileItWaits() {
        work.prelude();
        pass(60);
        long pipelines = world.of("auth").pipelines().stream().filter(each -> !each.isChild()).count();
        for (int i = 0; i < 12; i++) {
            work.work();
        }

        assertThat(world.of("auth").pipelines().stream().filter(each -> !each.isChild()).count())
                .isGreaterThan(pipelines);
    }

    @Test
    void everyProjectIsFrozenAtWeekendsAndTheMailSoon() {
        assertThat(world.projects()).allSatisfy(project -> assertThat(project.freezes().getFirst())
                .extracting(Freeze::start, Freeze::end, Freeze::zone)
                .containsExactly("0 16 * * 5", "0 7 * * 1", "Europe/Berlin"));
        assertThat(world.of("auth").freezes()).hasSize(1);
        Freeze soon = world.of("email-gateway").freezes().getLast();
        var start = clock.instant().plus(Duration.ofMinutes(4)).atZone(java.time.ZoneOffset.UTC);

        assertThat(soon.zone()).isEqualTo("Etc/UTC");
        assertThat(soon.start()).isEqualTo("%s %s %s %s *".formatted(start.getMinute(), start.getHour(),
                start.getDayOfMonth(), start.getMonthValue()));
        assertThat(soon.end()).startsWith("%s %s ".formatted(start.getMinute(), start.plusHours(4).getHour()));
    }

    @Test
    void thePastIsTheCatalogues() {
        for (ServiceStory service : Catalogue.onGitLab()) {
            for (String environment : Catalogue.ENVIRONMENTS) {
                Deployment live = world.of(service.name()).deployments().stream()
                        .filter(each -> each.environment().name().equals(environment))
                        .filter(each -> each.job().pipeline().trigger().source().equals("api"))
                        .findFirst()
                        .orElseThrow();
                assertThat(live.state()).isEqualTo(Deployment.State.SUCCESS);
                assertThat(live.job().pipeline().version()).isEqualTo(service.place(environment).version());
            }
        }
    }

    @Test
    void thePastIsOver() {
        assertThat(world.projects()).allSatisfy(project -> assertThat(project.pipelines())
                .allSatisfy(pipeline -> assertThat(pipeline.status().isOver()).isTrue()));
    }

    @Test
    void theSecondOperatorSaysYesOnceAndThenStartsWhatIsReady() {
        work.prelude();
        Deployment waiting = blocked("auth");
        work.actAsColleague();
        assertThat(waiting.approvals()).singleElement().satisfies(given -> {
            assertThat(given.user()).isEqualTo(world.members().colleague());
            assertThat(given.comment()).isEqualTo("Approved from another console");
        });
        world.approve(waiting, world.members().you(), true, "", "", clock.instant());
        assertThat(waiting.waitsForApproval()).isFalse();
        work.actAsColleague();

        assertThat(waiting.job().status()).isEqualTo(Status.PENDING);
        assertThat(waiting.job().user()).isEqualTo(world.members().colleague());
    }

    @Test
    void theSecondOperatorTakesWhatHasWaitedLongest() {
        work.prelude();
        Deployment first = blocked("auth");
        work.release("notifications", "v1.12.1", Catalogue.PRODUCTION, clock.instant());
        pass(60);
        assertThat(blocked("notifications").createdAt()).isAfter(first.createdAt());
        work.actAsColleague();
        assertThat(first.approvals()).hasSize(1);
        assertThat(blocked("notifications").approvals()).isEmpty();
        work.actAsColleague();
        assertThat(blocked("notifications").approvals()).hasSize(1);
    }

    @Test
    void theSecondOperatorCancelsWhatRunsWhereNothingWaits() {
        Pipeline running = work.merge("audit-log", "Keep hashes of removed entries", clock.instant(), null);
        pass(4);
        work.actAsColleague();
        pass(5);

        assertThat(running.status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void theSecondOperatorLeavesAQuietGroupAlone() {
        List<Status> before = world.projects().stream().map(each -> newest(each.name()).status()).toList();
        work.actAsColleague();
        assertThat(world.projects().stream().map(each -> newest(each.name()).status())).isEqualTo(before);
    }
}
