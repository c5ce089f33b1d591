package dev.signalbox.domain.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final RepositoryId SEARCH = repository("search");

    private static BoardSpec complete(BoardSpec described, List<RepositoryId> repositories, Workload... workloads) {
        return Discovery.complete(described, repositories, Map.of(), List.of(workloads));
    }

    private static Workload sourced(String namespace, String name, String source) {
        return workload(workloadKey(namespace, name), "registry/x/" + name + ":v1",
                Map.of(Discovery.OCI_SOURCE, source));
    }

    @Test
    void matchesAWorkloadToItsRepositoryByTheImagesSource() {
        BoardSpec board = complete(
                BoardSpec.EMPTY, List.of(CHECKOUT),
                sourced("production", "shop-checkout", "https://github.com/acme/checkout.git"));

        ServiceSpec service = board.services().getFirst();
        assertThat(service.repository()).isEqualTo(CHECKOUT);
        assertThat(service.targets())
                .containsExactly(new TargetSpec("production", workloadKey("production", "shop-checkout")));
    }

    @Test
    void matchesByTheImagesNameWhenThereIsNoSource() {
        Workload workload = workload(workloadKey("production", "co"), "ghcr.io/ACME/checkout:v1", Map.of());

        assertThat(complete(BoardSpec.EMPTY, List.of(CHECKOUT), workload).services().getFirst().repository())
                .isEqualTo(CHECKOUT);
    }

    @Test
    void doesNotMatchARepositoryWhoseNameMerelyEndsTheSame() {
        Workload workload = workload(workloadKey("production", "co"), "ghcr.io/notacme/checkout:v1", Map.of());

        assertThat(Discovery.sourceOf(workload, List.of(CHECKOUT))).isEmpty();
    }

    @Test
    void whatIsDescribedWins() {
        var described = new BoardSpec(
                List.of(new EnvironmentSpec("live", true)),
                List.of(new ServiceSpec(
                        "checkout", "Storefront", CHECKOUT, null, null,
                        List.of(new TargetSpec("live", workloadKey("production", "checkout"))), false)));

        BoardSpec board = complete(
                described, List.of(CHECKOUT), sourced("production", "checkout", "https://github.com/acme/checkout"));

        assertThat(board).isEqualTo(described);
    }

    @Test
    void addsAFoundTargetToADescribedService() {
        var described = new BoardSpec(
                List.of(new EnvironmentSpec("staging", false)),
                List.of(new ServiceSpec("checkout", "Storefront", CHECKOUT, null, null, List.of(), false)));

        BoardSpec board = complete(
                described, List.of(CHECKOUT), sourced("shop-staging", "checkout", "https://github.com/acme/checkout"));

        assertThat(board.services().getFirst().targets())
                .containsExactly(new TargetSpec("staging", workloadKey("shop-staging", "checkout")));
    }

    @Test
    void ofSeveralServicesOfARepositoryTheOneOfTheWorkloadsNameGetsIt() {
        var described = new BoardSpec(
                List.of(new EnvironmentSpec("staging", false)),
                List.of(
                        new ServiceSpec("cart", "Shop", CHECKOUT, null, null, List.of(), false),
                        new ServiceSpec("checkout", "Shop", CHECKOUT, null, null, List.of(), false),
                        new ServiceSpec("search", "Shop", CHECKOUT, null, null,
                                List.of(new TargetSpec("live", workloadKey("live", "finder"))), false)));
        String source = "https://github.com/acme/checkout";

        BoardSpec board = complete(
                described, List.of(CHECKOUT), sourced("staging", "checkout", source),
                sourced("staging", "finder", source), sourced("staging", "worker", source));

        assertThat(board.services()).extracting(s -> s.targets().stream().map(t -> t.workload().name()).toList())
                .as("cart, checkout, search")
                .containsExactly(List.of("worker"), List.of("checkout"), List.of("finder", "finder"));
    }

    @Test
    void ordersFoundEnvironmentsAsReleasesTravel() {
        BoardSpec board = complete(
                BoardSpec.EMPTY,
                List.of(),
                workload(workloadKey("production", "a"), "a:1", Map.of()),
                workload(workloadKey("demo", "a"), "a:1", Map.of()),
                workload(workloadKey("staging", "a"), "a:1", Map.of()),
                workload(workloadKey("development", "a"), "a:1", Map.of()));

        assertThat(board.environments()).extracting(EnvironmentSpec::name)
                .containsExactly("development", "staging", "demo", "production");
        assertThat(board.isProduction("production")).isTrue();
        assertThat(board.isProduction("demo")).isFalse();
    }

    @Test
    void addsNothingWhenToldSo() {
        var described = new BoardSpec(List.of(), List.of(), BoardSpec.Discover.NOTHING);

        assertThat(complete(described, List.of(SEARCH), sourced("production", "x", "https://h/acme/search")))
                .isEqualTo(described);
    }

    @Test
    void twoRepositoriesOfOneNameStayApart() {
        RepositoryId other = new RepositoryId(CHECKOUT.connection(), "umbrella", "checkout");

        assertThat(complete(BoardSpec.EMPTY, List.of(CHECKOUT, other)).services())
                .extracting(ServiceSpec::name)
                .containsExactly("checkout", "umbrella/checkout");
    }
}
