package dev.signalbox.domain.setup;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.ProposedService.Certainty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardProposalTest {

    private static final ConnectionId EU = new ConnectionId("eu-1");

    private static WorkloadKey key(String cluster, String namespace, String name) {
        return new WorkloadKey(new ConnectionId(cluster), namespace, WorkloadKind.DEPLOYMENT, name);
    }

    private static Workload said(WorkloadKey key, String source) {
        return workload(key, "registry/x/y:v1", Map.of(Discovery.OCI_SOURCE, source));
    }

    private static Workload image(WorkloadKey key, String image) {
        return workload(key, image, Map.of());
    }

    private static BoardProposal proposed(List<RepositoryId> repositories, Workload... workloads) {
        return BoardProposal.of(repositories, List.of(workloads), Map.of(EU, ClusterMark.PRODUCTION_READ_ONLY));
    }

    private static ProposedService only(BoardProposal proposal) {
        assertThat(proposal.services()).hasSize(1);
        return proposal.services().getFirst();
    }

    @Test
    void whatTheImageSaysIsCertain() {
        ProposedService service = only(proposed(
                List.of(CHECKOUT), said(key("eu-1", "shop", "co"), "https://github.com/acme/checkout.git")));

        assertThat(service.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(service.reason()).isEqualTo("Its image says that it was built from acme/checkout.");
        assertThat(service.service().name()).isEqualTo("checkout");
        assertThat(service.service().repository()).isEqualTo(CHECKOUT);
    }

    @Test
    void whatTheImageIsCalledIsLikely() {
        ProposedService service = only(proposed(
                List.of(CHECKOUT), image(key("eu-1", "shop", "co"), "ghcr.io/acme/checkout:v1")));

        assertThat(service.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(service.reason()).contains("ghcr.io/acme/checkout").contains("repository acme/checkout");
    }

    @Test
    void aNameAloneIsAGuess() {
        ProposedService byWorkload =
                only(proposed(List.of(CHECKOUT), image(key("eu-1", "shop", "Checkout"), "registry/x:v1")));
        ProposedService byImage =
                only(proposed(List.of(CHECKOUT), image(key("eu-1", "shop", "web"), "registry/checkout:v1")));

        assertThat(byWorkload.certainty()).isEqualTo(Certainty.GUESSED);
        assertThat(byWorkload.reason()).contains("Its workload “Checkout”");
        assertThat(byImage.reason()).contains("Its image “checkout”");
    }

    @Test
    void ofSeveralRepositoriesOfOneNameNoneIsGuessed() {
        RepositoryId other = new RepositoryId(CHECKOUT.connection(), "umbrella", "checkout");

        BoardProposal proposal =
                proposed(List.of(CHECKOUT, other), image(key("eu-1", "shop", "checkout"), "registry/x:v1"));

        assertThat(proposal.services()).hasSize(3).extracting(ProposedService::certainty)
                .containsOnly(Certainty.ALONE);
        assertThat(proposal.services()).extracting(s -> s.service().name()).doesNotHaveDuplicates();
    }

    @Test
    void aNameNeverContradictsWhatTheImageSays() {
        BoardProposal proposal = proposed(
                List.of(CHECKOUT), said(key("eu-1", "shop", "checkout"), "https://github.com/evil/other"));

        assertThat(proposal.services()).extracting(ProposedService::certainty).containsOnly(Certainty.ALONE);
    }

    @Test
    void whatStandsAloneSaysSo() {
        BoardProposal proposal = proposed(
                List.of(CHECKOUT), image(key("eu-1", "shop", "redis"), "redis:7"),
                image(key("eu-2", "shop", "redis"), "redis:7"));

        assertThat(proposal.services()).extracting(ProposedService::reason).containsExactlyInAnyOrder(
                "It runs in the clusters eu-1 and eu-2, and no repository was matched to it.",
                "Nothing in the clusters was matched to acme/checkout.");
    }

    @Test
    void theWeakestMatchOfAServiceIsTheOneToLookAt() {
        ProposedService service = only(proposed(
                List.of(CHECKOUT), said(key("eu-1", "shop", "web"), "https://github.com/acme/checkout"),
                image(key("eu-1", "shop", "checkout"), "registry/x:v1")));

        assertThat(service.certainty()).isEqualTo(Certainty.GUESSED);
        assertThat(service.service().targets()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-9, shop-staging, staging", "eu-9, stg, staging", "eu-9, shop-dev2, development",
        "prod-eu, shop, production",
        "eu-9, live, production", "eu-1, shop, production", "eu-1, shop-test, test", "eu-9, shop, shop",
        "staging-1, shop-prod, production", "eu-9, device, device", "eu-9, preprod, preprod",
        "eu-9, shop-pre-prod, preprod", "eu-9, pre_prd, preprod", "eu-9, pre.production-2, preprod",
        "eu-9, shop-non-prod, shop-non-prod", "non-prod-1, shop, shop", "eu-9, spare-prod, production"
    })
    void guessesEnvironmentsFromNamesAndMarks(String cluster, String namespace, String environment) {
        ProposedService service =
                only(proposed(List.of(), image(key(cluster, namespace, "x"), "registry/x:v1")));

        assertThat(service.service().targets()).extracting(TargetSpec::environment).containsExactly(environment);
    }

    @Test
    void environmentsStandInTheOrderOfTravel() {
        BoardProposal proposal = proposed(
                List.of(), image(key("eu-9", "prod", "x"), "x:1"), image(key("eu-9", "dev", "x"), "x:1"),
                image(key("eu-9", "staging", "x"), "x:1"), image(key("eu-1", "canary", "x"), "x:1"));

        assertThat(proposal.environments()).containsExactly(
                new EnvironmentSpec("development", false), new EnvironmentSpec("staging", false),
                new EnvironmentSpec("production", true));
    }

    @Test
    void whatComesBeforeProductionIsNotProduction() {
        BoardProposal proposal = proposed(
                List.of(), image(key("eu-9", "shop-pre-prod", "x"), "x:1"), image(key("eu-9", "shop-prod", "x"), "x:1"),
                image(key("eu-9", "shop-non-prod", "x"), "x:1"));

        assertThat(proposal.environments()).containsExactly(
                new EnvironmentSpec("preprod", false), new EnvironmentSpec("shop-non-prod", false),
                new EnvironmentSpec("production", true));
    }

    @Test
    void everythingInAProductionClusterIsProduction() {
        BoardProposal proposal = proposed(List.of(), image(key("eu-1", "shop-staging", "x"), "x:1"));

        assertThat(proposal.environments()).containsExactly(new EnvironmentSpec("staging", true));
    }

    @Test
    void groupsComeFromNamespacesElseFromOwners() {
        BoardProposal proposal = proposed(
                List.of(CHECKOUT, repository("search"), repository("lib")),
                image(key("eu-9", "shop-dev", "checkout"), "x:1"), image(key("eu-9", "shop-prod", "checkout"), "x:1"),
                image(key("eu-9", "dev", "search"), "x:1"), image(key("eu-9", "default", "redis"), "redis:7"));

        assertThat(proposal.services()).extracting(s -> s.service().name() + " in " + s.service().group())
                .containsExactlyInAnyOrder(
                        "checkout in shop", "search in acme", "lib in acme", "redis in Services");
    }

    @Test
    void whatWasDroppedStaysDropped() {
        BoardProposal proposal = proposed(List.of(CHECKOUT), image(key("eu-1", "shop", "redis"), "redis:7"));
        BoardProposal kept = new BoardProposal(proposal.services().subList(0, 1), proposal.environments());

        assertThat(kept.board().services()).hasSize(1);
        assertThat(kept.board().discover()).isEqualTo(BoardSpec.Discover.TARGETS);
        assertThat(kept.board().services()).allMatch(service -> !service.discovered());
    }

    @Test
    void whatIsBuiltElsewhereGetsANameOfItsOwnBesideABoard() {
        BoardProposal proposal = proposed(
                List.of(CHECKOUT), image(key("eu-1", "shop", "checkout"), "x:1"),
                image(key("eu-1", "shop", "redis"), "r"));
        RepositoryId other = new RepositoryId(CHECKOUT.connection(), "other", CHECKOUT.name());

        assertThat(namesBeside(proposal, there("checkout", other))).containsExactlyInAnyOrder("acme/checkout", "redis");
        assertThat(namesBeside(proposal, there("checkout", other), there("acme/checkout", other)))
                .containsExactlyInAnyOrder("acme/checkout@" + CHECKOUT.connection().name(), "redis");
        assertThat(namesBeside(proposal, there("checkout", other), there("acme/checkout", CHECKOUT)))
                .as("it was added before").containsExactlyInAnyOrder("acme/checkout", "redis");
    }

    @Test
    void whatIsTheSameOrMayBeKeepsItsNameBesideABoard() {
        BoardProposal proposal = proposed(
                List.of(CHECKOUT), image(key("eu-1", "shop", "checkout"), "x:1"),
                image(key("eu-1", "shop", "redis"), "r"));

        assertThat(proposal.beside(board(there("checkout", CHECKOUT), there("redis", CHECKOUT)))).isEqualTo(proposal);
        assertThat(proposal.beside(board(there("checkout", null)))).isEqualTo(proposal);
        assertThat(proposal.beside(board())).isEqualTo(proposal);
    }

    private static List<String> namesBeside(BoardProposal proposal, ServiceSpec... there) {
        return proposal.beside(board(there)).services().stream().map(s -> s.service().name()).toList();
    }

    private static BoardSpec board(ServiceSpec... services) {
        return new BoardSpec(List.of(), List.of(services), BoardSpec.Discover.TARGETS);
    }

    private static ServiceSpec there(String name, @Nullable RepositoryId repository) {
        return new ServiceSpec(name, "Shop", repository, null, null, List.of(), false);
    }

    @Test
    void namesOfOthersAreSafeInReasons() {
        ProposedService service =
                only(proposed(List.of(), image(key("eu\u202E-1", "shop", "x\u0007"), "registry/\u202Ex:v1")));

        assertThat(service.reason()).doesNotContain("\u202E").doesNotContain("\u0007");
    }
}
