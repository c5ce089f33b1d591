package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.domain.team.Weakenings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardFileTest {

    private static final ConnectionId GITHUB = new ConnectionId("github");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");

    private static BoardFile read(String text) {
        return BoardFile.read(text, "board.yaml", Optional.of(GITHUB), Set.of(PROD));
    }

    @Test
    void readsServicesEnvironmentsAndTargets() {
        BoardFile file = read("""
                version: 1
                discover: targets
                environments:
                  - staging
                  - name: production
                    production: true
                services:
                  - name: checkout
                    group: Storefront
                    repository: acme/checkout
                    build: ci.yml
                    deploy: release.yml
                    targets:
                      production: {cluster: prod-eu, namespace: shop, workload: statefulset/checkout}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.spec().discover()).isEqualTo(BoardSpec.Discover.TARGETS);
        assertThat(file.spec().environments())
                .containsExactly(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true));
        assertThat(file.spec().services())
                .containsExactly(new ServiceSpec(
                        "checkout",
                        "Storefront",
                        new RepositoryId(GITHUB, "acme", "checkout"),
                        "ci.yml",
                        "release.yml",
                        List.of(new TargetSpec(
                                "production", new WorkloadKey(PROD, "shop", WorkloadKind.STATEFUL_SET, "checkout"))),
                        false));
    }

    @Test
    void aProductionThatIsMisreadIsProductionAndTold() {
        BoardFile file = read("version: 1\nenvironments:\n  - {name: eu, production: yes}\n  - {name: us}\n");

        assertThat(file.spec().environments())
                .containsExactly(new EnvironmentSpec("eu", true), new EnvironmentSpec("us", false));
        assertThat(file.problems())
                .containsExactly("board.yaml, line 3: \"production\" is \"yes\"; write true or false");
    }

    @Test
    void anEnvironmentOfWhichNothingIsSaidIsProductionWhenItIsCalledSo() {
        BoardFile file = read("""
                version: 1
                environments:
                  - staging
                  - production
                  - name: live-eu
                  - {name: prod-mirror, production: false}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.spec().environments()).containsExactly(
                new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true),
                new EnvironmentSpec("live-eu", true), new EnvironmentSpec("prod-mirror", false));
        assertThat(file.spec().asksForName("production")).isTrue();
    }

    @Test
    void onlyAPlainNoTakesTheProtectionOfProductionAway() {
        BoardSpec guarded = read("version: 1\nenvironments: [{name: production, production: true}]\n").spec();
        for (String kept : List.of("production", "{name: production}", "{name: production, production: no}")) {
            assertThat(Weakenings.between(guarded, read("version: 1\nenvironments: [" + kept + "]\n").spec()))
                    .as(kept).isEmpty();
        }
        assertThat(Weakenings.between(
                guarded, read("version: 1\nenvironments: [{name: production, production: false}]\n").spec()))
                .extracting(Weakening::kind).containsExactly(Weakening.Kind.CONFIRMATION_DROPPED);
    }

    @Test
    void anEnvironmentMayHaveSeveralTargets() {
        BoardFile file = read("""
                version: 1
                environments: [production]
                services:
                  - name: a
                    targets:
                      production:
                        - {cluster: prod-eu, namespace: eu}
                        - {cluster: prod-eu, namespace: us}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.spec().services().getFirst().targets())
                .extracting(t -> t.workload().namespace())
                .containsExactly("eu", "us");
    }

    @Test
    void namesTheLineAndTheLikelyWordOfAMisspeltKey() {
        assertThat(read("version: 1\nservices:\n  - nmae: checkout\n").problems())
                .anySatisfy(p -> assertThat(p).contains("line 3", "nmae", "did you mean \"name\"?"));
    }

    @Test
    void keepsWhatIsRightBesideWhatIsWrong() {
        BoardFile file = read("""
                version: 1
                environments: [production]
                services:
                  - name: good
                  - group: nameless
                """);

        assertThat(file.spec().services()).extracting(ServiceSpec::name).containsExactly("good");
        assertThat(file.problems()).singleElement().asString().contains("line 5", "name: checkout");
    }

    @Test
    void saysWhatToWriteInsteadOfAWorkloadItDoesNotKnow() {
        assertThat(read("""
                version: 1
                environments: [production]
                services:
                  - name: a
                    targets:
                      production: {cluster: prod-eu, namespace: x, workload: cronjob/a}
                """).problems()).singleElement().asString().contains("line 6", "deployment/NAME");
    }

    @Test
    void complainsOfUnknownClustersEnvironmentsAndTwins() {
        assertThat(read("""
                version: 1
                environments: [production, production]
                services:
                  - name: a
                    targets:
                      live: {cluster: nowhere, namespace: x}
                  - name: a
                """).problems())
                .hasSize(4)
                .anySatisfy(p -> assertThat(p).contains("\"live\" is not in the list"))
                .anySatisfy(p -> assertThat(p).contains("\"nowhere\" is not configured"))
                .anySatisfy(p -> assertThat(p).contains("environment \"production\" is described twice"))
                .anySatisfy(p -> assertThat(p).contains("service \"a\" is described twice"));
    }

    @Test
    void aBrokenFileIsAProblemAndAnEmptyBoard() {
        BoardFile file = read("version: 1\nservices: [\n");

        assertThat(file.spec()).isEqualTo(BoardSpec.EMPTY);
        assertThat(file.problems()).singleElement().asString().contains("board.yaml").contains("line");
    }

    @Test
    void refusesRepositoriesThatAreNotOwnerAndName() {
        assertThat(read("version: 1\nservices:\n  - {name: a, repository: a//c}\n").problems())
                .singleElement().asString().contains("owner/name");
    }

    @Test
    void aRepositoryForWhichOnlyThisMachineHasNoAccountIsNoFaultAndTheRestHolds() {
        BoardFile file = BoardFile.read("""
                version: 1
                environments:
                  - {name: live-eu, production: true}
                read-only: [prod-eu]
                services:
                  - {name: checkout, repository: acme/checkout}
                """, "board.yaml", Optional.empty(), Set.of());

        assertThat(file.faults()).isEmpty();
        assertThat(file.problems()).singleElement().asString()
                .contains("line 6", "\"acme/checkout\"", "no account is configured for it");
        assertThat(file.losses()).as("the board goes without it").isEqualTo(file.problems());
        assertThat(file.spec().protection().isReadOnly("prod-eu")).isTrue();
        assertThat(file.spec().asksForName("live-eu")).isTrue();
        assertThat(file.spec().services()).singleElement()
                .satisfies(service -> assertThat(service.repository()).isNull());
    }

    @Test
    void aNamespaceThatOnlyThisConsoleDoesNotWatchIsNoFault() {
        String text = """
                version: 1
                environments: [production]
                services:
                  - {name: checkout, targets: {production: {cluster: prod-eu, namespace: shop}}}
                """;

        BoardFile file = BoardFile.read(text, "board.yaml", Optional.of(GITHUB), Map.of(PROD, List.of("production")));
        assertThat(file.strangers()).isEqualTo(file.problems()).containsExactly(
                "board.yaml, line 4: namespace \"shop\" of cluster \"prod-eu\" is not watched; add it to \"namespaces\""
                        + " in the console's configuration");
        assertThat(file.losses()).as("the board has the place").isEmpty();
        assertThat(file.spec().services().getFirst().targets()).hasSize(1);

        Map<ConnectionId, List<String>> both = Map.of(PROD, List.of("production", "shop"));
        assertThat(BoardFile.read(text, "board.yaml", Optional.of(GITHUB), both).problems()).isEmpty();
        assertThat(read(text).problems()).as("what is watched is not known").isEmpty();
    }

    @Test
    void whatIsNoRepositoryIsAFaultAlsoWithoutAnAccount() {
        BoardFile file = BoardFile.read(
                "version: 1\nservices:\n  - {name: a, repository: checkout}\n", "board.yaml", Optional.empty(),
                Set.of());
        assertThat(file.faults()).singleElement().asString().contains("is not understood");
    }
}
