package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import dev.signalbox.practice.github.world.Deployment;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.RepositorySeed;
import dev.signalbox.practice.github.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

    private final ManualTicks clock = new ManualTicks();
    private final World world = new World(People.standard(), new Lots(3), DeploySink.immediate(), 1);

    private Repository repository(ServiceStory service) {
        if (world.repository(service.name()).isEmpty()) {
            world.seed(Seeds.repository(service, world.people()), clock.instant());
        }
        return world.repository(service.name()).orElseThrow();
    }

    private WorkloadSeed workload(String service, String environment) {
        ServiceStory story = Catalogue.named(service);
        return Seeds.workload(story, environment, repository(story)::tagged);
    }

    @Test
    void podsCarryTheCommitOfTheirVersion() {
        for (ServiceStory service : Catalogue.services()) {
            WorkloadSeed seed = workload(service.name(), Catalogue.STAGING);
            String version = service.place(Catalogue.STAGING).version();
            SeedRevision running = seed.revisions().getLast();
            assertThat(running.image()).isEqualTo("registry.practice.test/acme/" + service.name() + ":" + version);
            assertThat(running.templateAnnotations())
                    .containsEntry("org.opencontainers.image.version", version)
                    .containsEntry("org.opencontainers.image.revision",
                            repository(service).tagged(version).orElseThrow())
                    .containsEntry("org.opencontainers.image.source",
                            Catalogue.isOnGitLab(service)
                                    ? "https://gitlab.practice.test/acme/platform/" + service.name()
                                    : "https://github.practice.test/acme/" + service.name());
        }
    }

    @Test
    void whatRunsIsWhatWasDeployedLast() {
        for (ServiceStory service : Catalogue.services()) {
            for (String environment : Catalogue.ENVIRONMENTS) {
                Deployment live = repository(service).deployments().stream()
                        .filter(deployment -> deployment.environment().equals(environment))
                        .filter(deployment -> deployment.state().equals("success"))
                        .findFirst()
                        .orElseThrow();
                assertThat(live.run().version()).isEqualTo(service.place(environment).version());
            }
        }
    }

    @Test
    void onlyLedgerInProductionWasChangedByHand() {
        List<SeedRevision> revisions = workload("ledger", Catalogue.PRODUCTION).revisions();
        assertThat(revisions).hasSize(4);
        assertThat(revisions.getLast().image()).endsWith(":v0.40.2");
        assertThat(revisions.getLast().changeCause()).contains("by hand");
        assertThat(workload("ledger", Catalogue.STAGING).revisions()).hasSize(3);
        assertThat(workload("auth", Catalogue.PRODUCTION).revisions()).hasSize(3);
    }

    @Test
    void revisionsGetYoungerAndEndBeforePracticeBegins() {
        for (ServiceStory service : Catalogue.services()) {
            for (String environment : Catalogue.ENVIRONMENTS) {
                List<Duration> ages = workload(service.name(), environment).revisions().stream()
                        .map(SeedRevision::age)
                        .toList();
                assertThat(ages).isSortedAccordingTo(java.util.Comparator.reverseOrder());
                assertThat(ages.getLast()).isGreaterThan(Duration.ofMinutes(2));
            }
        }
    }

    @Test
    void namespacesAreEnvironments() {
        assertThat(workload("checkout", Catalogue.DEVELOPMENT).namespace()).isEqualTo("development");
        assertThat(Target.of(Catalogue.named("checkout"), Catalogue.DEVELOPMENT).cluster()).isEqualTo("staging-1");
        assertThat(Target.of(Catalogue.named("checkout"), Catalogue.PRODUCTION).cluster()).isEqualTo("prod-eu");
        assertThat(workload("web-frontend", Catalogue.PRODUCTION).replicas()).isEqualTo(12);
    }

    @Test
    void guardsBecomeProtectionRules() {
        RepositorySeed team = Seeds.repository(Catalogue.named("checkout"), world.people());
        RepositorySeed someone = Seeds.repository(Catalogue.named("payments-api"), world.people());
        RepositorySeed nobody = Seeds.repository(Catalogue.named("catalog"), world.people());
        assertThat(team.productionReviewers()).containsExactly(world.people().releaseTeam());
        assertThat(team.preventSelfReview()).isFalse();
        assertThat(someone.productionReviewers()).containsExactly(world.people().you(), world.people().colleague());
        assertThat(someone.preventSelfReview()).isTrue();
        assertThat(nobody.productionReviewers()).isEmpty();
    }
}
