package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final List<ServiceStory> services = Catalogue.services();

    @Test
    void hasTwelveServicesInThreeGroups() {
        assertThat(services).hasSize(12).extracting(ServiceStory::name).doesNotHaveDuplicates();
        assertThat(services).extracting(ServiceStory::group).containsOnly("Storefront", "Payments", "Platform");
        assertThat(services).extracting(ServiceStory::kind).contains("Deployment", "StatefulSet", "DaemonSet");
    }

    @Test
    void everyPlaceHasSeenThreeVersionsSoThatThereIsAWayBack() {
        for (ServiceStory service : services) {
            for (String environment : Catalogue.ENVIRONMENTS) {
                assertThat(service.seenIn(environment)).as(service.name() + " " + environment).hasSize(3);
                assertThat(service.seenIn(environment).getLast().name())
                        .isEqualTo(service.place(environment).version());
            }
        }
    }

    @Test
    void nothingIsDeployedBeforeItWasMade() {
        for (ServiceStory service : services) {
            Duration before = Duration.ofDays(1000);
            for (ServiceStory.Version version : service.versions()) {
                assertThat(version.age()).isLessThan(before);
                Catalogue.ENVIRONMENTS.forEach(
                        environment -> assertThat(Seeds.deployedAgo(version, environment)).isLessThan(version.age()));
                before = version.age();
            }
        }
    }

    @Test
    void theBoardFileNamesEveryTarget() {
        String board = PracticeFiles.board(services);
        assertThat(board).startsWith("version: 1\n").contains("""
                  - name: checkout
                    group: Storefront
                    repository: acme/checkout
                    build: ci.yml
                    deploy: release.yml
                    targets:
                      development: {cluster: staging-1, namespace: development, workload: deployment/checkout}
                      staging: {cluster: staging-1, namespace: staging, workload: deployment/checkout}
                      production: {cluster: prod-eu, namespace: production, workload: deployment/checkout}
                """.indent(0));
        assertThat(board.lines().filter(line -> line.contains("workload: "))).hasSize(36);
        assertThat(board).contains("workload: statefulset/notifications", "workload: daemonset/audit-log");
    }

    @Test
    void aProjectOfTheOtherProviderIsNamedWithItsConnection() {
        String board = PracticeFiles.board(services);

        assertThat(board).contains("""
                  - name: auth
                    group: Platform
                    repository: GitLab:acme/platform/auth
                    targets:
                """.indent(0));
        assertThat(board.lines().filter(line -> line.contains("repository: GitLab:"))).hasSize(4);
        assertThat(board.lines().filter(line -> line.contains("build: ci.yml"))).hasSize(8);
    }

    @Test
    void everyServiceIsAtOneOfTheProviders() {
        assertThat(Catalogue.onGitLab()).extracting(ServiceStory::group).containsOnly("Platform");
        assertThat(Catalogue.onGitHub()).extracting(ServiceStory::group).containsOnly("Storefront", "Payments");
        assertThat(Catalogue.onGitHub().size() + Catalogue.onGitLab().size()).isEqualTo(services.size());
    }

    @Test
    void theKubeconfigHasAContextForEachCluster() {
        String text = PracticeFiles.kubeconfig(
                Map.of("staging-1", URI.create("http://127.0.0.1:1"), "prod-eu", URI.create("http://127.0.0.1:2")),
                Map.of("staging-1", "one", "prod-eu", "two"));
        assertThat(text).isEqualTo("""
                apiVersion: v1
                kind: Config
                preferences: {}
                current-context: staging-1
                clusters:
                  - name: prod-eu
                    cluster:
                      server: http://127.0.0.1:2
                  - name: staging-1
                    cluster:
                      server: http://127.0.0.1:1
                users:
                  - name: prod-eu-release-mgr
                    user:
                      token: two
                  - name: staging-1-release-mgr
                    user:
                      token: one
                contexts:
                  - name: prod-eu
                    context:
                      cluster: prod-eu
                      user: prod-eu-release-mgr
                      namespace: production
                  - name: staging-1
                    context:
                      cluster: staging-1
                      user: staging-1-release-mgr
                      namespace: staging
                """);
    }

    @Test
    void theNextVersionCountsTheLastNumberUp() {
        assertThat(Teamwork.next("v2.14.1")).isEqualTo("v2.14.2");
        assertThat(Teamwork.next("v2.8.0-rc.9")).isEqualTo("v2.8.0-rc.10");
        assertThat(Teamwork.next("2026.11.3")).isEqualTo("2026.11.4");
    }
}
