package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.Told;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Repositories and clusters, without a screen.
class StepModelsTest {

    private final FakeDesk desk = new FakeDesk();
    private final WizardModel wizard = new WizardModel(Step.ACCOUNT, List.of());
    private final Asking asking = new Asking(Runnable::run, Runnable::run);

    @BeforeEach
    void signIn() {
        wizard.begin();
        wizard.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        wizard.next();
    }

    @Nested
    class Repositories {

        private final RepositoriesViewModel model = new RepositoriesViewModel(desk, asking, wizard);

        @Test
        void areReadOnceForAnAccount() {
            model.begin();
            model.begin();

            assertThat(desk.asked).containsExactly("repositories of GitHub");
            assertThat(model.lines().get()).hasSize(4);
            assertThat(model.count().get()).isEqualTo("0 of 4 repositories chosen");
        }

        @Test
        void someAreSomeAndAllMeanWhatComesLaterToo() {
            model.begin();
            model.toggle(desk.repositories.getFirst().id());
            model.forward();
            assertThat(wizard.current().extent()).isEqualTo(Chosen.Account.Extent.CHOSEN);

            model.chooseFound();
            model.forward();
            assertThat(wizard.current().extent()).isEqualTo(Chosen.Account.Extent.EVERYTHING);
        }

        @Test
        void withDeploymentsAreChosenTogetherButArchivedOnesAreNot() {
            desk.deployed = java.util.Set.of("checkout", "old-shop");
            model.begin();
            model.chooseDeployed();
            model.forward();

            assertThat(wizard.step().get()).isEqualTo(Step.CLUSTERS);
            assertThat(wizard.current().repositories()).extracting(RepositoryId::name).containsExactly("checkout");
        }

        @Test
        void howFarItIsIsSaidWhileDeploymentsAreAskedFor() {
            List<String> said = new ArrayList<>();
            asking.doing().addListener((property, before, now) -> said.add(now));
            model.begin();
            model.chooseDeployed();
            assertThat(said).contains(
                    "Reading the repositories: 1…", "Asking which of them have deployments: 1 of 4…");
            assertThat(model.lines().get()).hasSize(4);
        }

        @Test
        void foundOnesAreChosenAndTheOthersAreLeft() {
            model.begin();
            model.searchProperty().set("tools");
            model.chooseFound();
            model.searchProperty().set("");
            assertThat(model.lines().get().stream().filter(RepositoryLine::chosen)).extracting(RepositoryLine::name)
                    .containsExactly("tools/lint");
            model.chooseNone();
            assertThat(model.count().get()).startsWith("0 of");
        }

        @Test
        void oneAtLeastIsNeeded() {
            model.begin();
            model.forward();
            assertThat(asking.problem().get()).isEqualTo("Choose at least one repository.");
            assertThat(wizard.step().get()).isEqualTo(Step.REPOSITORIES);
        }

        @Test
        void aTokenThatReachesNothingIsTold() {
            desk.repositories = List.of();
            model.begin();
            assertThat(asking.problem().get()).contains("can reach no repository");
        }

        @Test
        void noneWithDeploymentsIsTold() {
            desk.deployed = java.util.Set.of();
            model.begin();
            model.chooseDeployed();
            assertThat(asking.problem().get()).contains("Choose by hand");
        }

        @Test
        void whatCannotBeReadIsToldAndReadAgainNextTime() {
            desk.trouble = new SetupDesk.Trouble("The network is down.");
            model.begin();
            assertThat(asking.problem().get()).isEqualTo("The network is down.");
            desk.trouble = null;
            model.begin();
            assertThat(model.lines().get()).hasSize(4);
        }

        @Test
        void oneMoreAccountKeepsTheChoiceOfTheFirst() {
            model.begin();
            model.toggle(desk.repositories.getFirst().id());
            model.another();
            assertThat(wizard.step().get()).isEqualTo(Step.ACCOUNT);
            assertThat(wizard.chosen().accounts().getFirst().repositories()).hasSize(1);
        }

        @Test
        void anotherTokenForTheSameNameIsReadAnew() {
            model.begin();
            wizard.signedIn(
                    new Chosen.Account(
                            FakeDesk.GITHUB, FakeDesk.account().host(),
                            new dev.signalbox.domain.setup.HiddenText("other"), List.of()),
                    FakeDesk.sheet(Told.YES));
            model.begin();
            assertThat(desk.asked).containsExactly("repositories of GitHub", "repositories of GitHub");
        }
    }

    @Nested
    class Clusters {

        private final ClustersViewModel model =
                new ClustersViewModel(desk, asking, wizard, InstantSource.fixed(Instant.EPOCH));

        @BeforeEach
        void chooseRepositories() {
            wizard.choose(List.of(new RepositoryId(FakeDesk.GITHUB, "acme", "checkout")));
            wizard.next();
            model.begin();
        }

        @Test
        void areListedWithoutAskingThem() {
            assertThat(desk.asked).containsExactly("contexts []");
            assertThat(model.drafts().get()).extracting(ClusterDraft::production).containsExactly(false, true, false);
            assertThat(model.drafts().get()).noneMatch(ClusterDraft::chosen);
        }

        @Test
        void aChosenOneIsAskedForItsNamespaces() {
            model.choose("staging-1", true);
            assertThat(desk.asked).contains("namespaces of staging-1 with []");
            assertThat(model.listed().get()).containsEntry("staging-1", List.of("production", "staging"));
        }

        @Test
        void aCredentialProgramRunsOnlyAfterAYesToTheWholeCommand() {
            model.choose("prod-eu", true);
            assertThat(desk.asked).noneMatch(what -> what.startsWith("namespaces"));
            model.watch("prod-eu", "production");
            model.forward();
            assertThat(asking.problem().get()).contains("Allow the program of prod-eu");
            assertThat(wizard.step().get()).isEqualTo(Step.CLUSTERS);

            model.trust("prod-eu", true);
            assertThat(desk.asked).contains("namespaces of prod-eu with [f1]");
            model.forward();
            assertThat(wizard.chosen().clusters()).singleElement()
                    .satisfies(cluster -> assertThat(cluster.allowed()).containsExactly("f1"));
        }

        @Test
        void productionIsReadOnly() {
            model.choose("staging-1", true);
            model.mark("staging-1", true);
            model.forward();
            assertThat(wizard.chosen().clusters()).extracting(Chosen.Cluster::mark)
                    .containsExactly(ClusterMark.PRODUCTION_READ_ONLY);
        }

        @Test
        void whatIsNotProductionActsAsBefore() {
            model.choose("staging-1", true);
            model.forward();
            assertThat(wizard.chosen().clusters()).singleElement().satisfies(cluster -> {
                assertThat(cluster.id()).isEqualTo(new ConnectionId("staging-1"));
                assertThat(cluster.mark()).isEqualTo(ClusterMark.ORDINARY);
                assertThat(cluster.namespaces()).containsExactly("staging");
            });
        }

        @Test
        void aNamespaceIsNeeded() {
            model.choose("staging-1", true);
            model.watch("staging-1", " , ");
            model.forward();
            assertThat(asking.problem().get()).isEqualTo("Name at least one namespace of staging-1.");
        }

        @Test
        void namespacesAreTypedOrPressed() {
            model.watch("staging-1", "a, b  a");
            model.toggle("staging-1", "c");
            model.toggle("staging-1", "b");
            assertThat(model.drafts().get().getFirst().namespaces()).containsExactly("a", "c");
        }

        @Test
        void aClusterThatMayNotListThemIsToldAndTypedInstead() {
            desk.namespaces = new NamespaceList.Forbidden("This account may not list namespaces. Type them.");
            model.choose("staging-1", true);
            assertThat(asking.problem().get()).contains("Type them");
            model.forward();
            assertThat(wizard.step().get()).isEqualTo(Step.BOARD);
        }

        @Test
        void aClusterThatDoesNotAnswerIsTold() {
            desk.namespaces = new NamespaceList.Failed(
                    new RemoteProblem.Unreachable("connection refused", RemoteProblem.Sent.NOTHING));
            model.choose("staging-1", true);
            assertThat(asking.problem().get()).startsWith("staging-1: ");
        }

        @Test
        void aBrokenContextCannotBeChosen() {
            model.choose("broken", true);
            assertThat(model.drafts().get()).noneMatch(ClusterDraft::chosen);
        }

        @Test
        void itCanBeGoneOnWithoutClusters() {
            model.forward();
            assertThat(wizard.step().get()).isEqualTo(Step.BOARD);
            assertThat(wizard.chosen().clusters()).isEmpty();
        }

        @Test
        void aFileThatHoldsNothingOrCannotBeOneIsTold() {
            desk.contexts = new ContextList(List.of(Path.of("/empty")), List.of(), List.of());
            model.fileProperty().set("/empty");
            model.look();
            assertThat(desk.asked).contains("contexts [/empty]");
            assertThat(asking.problem().get()).startsWith("No context was found in /empty");
            model.fileProperty().set("a\0b");
            model.look();
            assertThat(asking.problem().get()).startsWith("This cannot be a file");
        }

        @Test
        void twoContextsThatLookAlikeGetNamesOfTheirOwn() {
            desk.contexts = new ContextList(List.of(), List.of(
                    FakeDesk.context("a\u202eb", "x", null, ""), FakeDesk.context("a\u2067b", "x", null, "")),
                    List.of());
            model.look();
            model.choose("a\u202eb", true);
            model.choose("a\u2067b", true);
            model.forward();
            assertThat(wizard.chosen().clusters()).extracting(Chosen.Cluster::id).doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id.name()).doesNotContain("\u202e"));
        }
    }
}
