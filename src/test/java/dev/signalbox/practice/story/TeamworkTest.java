package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.cluster.PodBehaviour;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Status;
import dev.signalbox.practice.github.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The team's deeds on two services and one cluster, without any port open for the CI provider.
class TeamworkTest {

    private final ManualTicks clock = new ManualTicks();
    private final List<ServiceStory> services = List.of(Catalogue.named("checkout"), Catalogue.named("image-resizer"));
    private final PracticeCluster cluster = new PracticeCluster("both", "token", clock, clock, new Lots(1));
    private final ClusterSink sink = new ClusterSink(
            services, Map.of(Target.STAGING_CLUSTER, cluster, Target.PRODUCTION_CLUSTER, cluster), clock);
    private final World world = new World(People.standard(), new Lots(2), sink, 1);
    private final Teamwork team = new Teamwork(world, sink, clock, new Lots(3));

    @BeforeEach
    void seed() {
        for (ServiceStory service : services) {
            world.seed(Seeds.repository(service, world.people()), clock.instant());
            for (String environment : Catalogue.ENVIRONMENTS) {
                cluster.seed(Seeds.workload(service, environment, repository(service.name())::tagged));
            }
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Repository repository(String name) {
        return world.repository(name).orElseThrow();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            cluster.tick();
            world.tick(clock.instant());
        }
    }

    @Test
    void aReleaseEndsWhenItsPodsAreThere() {
        Run run = team.release("checkout", "v2.15.0", Catalogue.STAGING, world.people().you(), clock.instant());
        pass(90);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(cluster.rolloutOf("staging", "Deployment", "checkout").done()).isTrue();
    }

    @Test
    void aReleaseOfABrokenImageFails() {
        cluster.behave("registry.practice.test/acme/checkout:v2.16.0", PodBehaviour.CRASH_LOOP);
        Run run = team.release("checkout", "v2.16.0", Catalogue.STAGING, world.people().you(), clock.instant());
        pass(90);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.FAILURE);
        assertThat(sink.progress("checkout", Catalogue.STAGING).problem()).isNotNull();
    }

    @Test
    void aFreshReleaseIsNotBlamedForThePodsBeforeIt() {
        cluster.behave("registry.practice.test/acme/checkout:v2.16.0", PodBehaviour.CRASH_LOOP);
        team.release("checkout", "v2.16.0", Catalogue.STAGING, world.people().you(), clock.instant());
        pass(60);
        Run mend = team.release("checkout", "v2.15.0", Catalogue.STAGING, world.people().you(), clock.instant());
        pass(90);
        assertThat(mend.conclusion(mend.latest())).isEqualTo(Conclusion.SUCCESS);
        DeploySink.Progress progress = sink.progress("checkout", Catalogue.STAGING);
        assertThat(progress).isEqualTo(new DeploySink.Progress(true, null));
    }

    @Test
    void theColleagueApprovesOnlyWhatWaits() {
        Run run = team.release("checkout", "v2.15.0", Catalogue.PRODUCTION, world.people().you(), clock.instant());
        assertThat(team.approveAsColleague(run, "Go")).isFalse();
        pass(40);
        assertThat(run.status()).isEqualTo(Status.WAITING);
        assertThat(team.approveAsColleague(run, "Go")).isTrue();
        assertThat(team.approveAsColleague(run, "Go")).isFalse();
        assertThat(run.approvals().getFirst().user()).isEqualTo(world.people().colleague());
    }

    @Test
    void workNeverPilesUpOnABusyRepository() {
        for (int i = 0; i < 20; i++) {
            team.work();
        }
        for (Repository repository : world.repositories()) {
            assertThat(repository.runs().stream().filter(run -> run.status() != Status.COMPLETED).count())
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void workGoesOnAfterEachBuild() {
        int before = repository("checkout").runs().size() + repository("image-resizer").runs().size();
        for (int i = 0; i < 6; i++) {
            team.work();
            world.tick(clock.instant().plus(Duration.ofMinutes(2L * i)));
        }
        assertThat(repository("checkout").runs().size() + repository("image-resizer").runs().size())
                .isGreaterThanOrEqualTo(before + 4);
    }

    @Test
    void aRunBlocksNobodyWhileItWaits() {
        team.release("checkout", "v2.15.0", Catalogue.PRODUCTION, world.people().you(), clock.instant());
        team.release("image-resizer", "v0.9.4", Catalogue.STAGING, world.people().you(), clock.instant());
        world.tick(clock.instant().plusSeconds(60));
        int before = repository("checkout").runs().size();
        team.work();
        assertThat(repository("checkout").runs()).hasSizeGreaterThan(before);
    }

    @Test
    void theSecondOperatorRollsBackWithoutThePipeline() {
        int deployments = repository("checkout").deployments().size();
        team.actAsColleague();
        pass(60);
        assertThat(repository("checkout").deployments()).hasSize(deployments);
        assertThat(cluster.rolloutOf("production", "Deployment", "checkout").done()).isTrue();
    }

    @Test
    void theSecondOperatorPassesOverWhatTheyMayNotApprove() {
        ServiceStory payments = Catalogue.named("payments-api");
        world.seed(Seeds.repository(payments, world.people()), clock.instant());
        Person colleague = world.people().colleague();
        Run own = team.release("payments-api", "v2.8.0-rc.3", Catalogue.PRODUCTION, colleague, clock.instant());
        world.tick(clock.instant().plusSeconds(60));
        Run other = team.release("checkout", "v2.15.0", Catalogue.PRODUCTION, world.people().you(),
                clock.instant().plusSeconds(30));
        world.tick(clock.instant().plusSeconds(120));
        team.actAsColleague();

        assertThat(own.status()).isEqualTo(Status.WAITING);
        assertThat(own.approvals()).isEmpty();
        assertThat(other.approvals()).extracting(approval -> approval.user()).containsExactly(colleague);
    }

    @Test
    void theSecondOperatorApprovesOneRunOnly() {
        for (String version : List.of("v2.15.0", "v2.15.1")) {
            team.release("checkout", version, Catalogue.PRODUCTION, world.people().you(), clock.instant());
        }
        world.tick(clock.instant().plusSeconds(60));
        team.actAsColleague();

        assertThat(repository("checkout").runs()).filteredOn(run -> run.status() == Status.WAITING).hasSize(1);
    }
}
