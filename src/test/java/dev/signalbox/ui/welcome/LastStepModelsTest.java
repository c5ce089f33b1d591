package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.domain.setup.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The board that is proposed, and how it is kept, without a screen.
class LastStepModelsTest {

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
    class Proposal {

        private final ProposalViewModel model = new ProposalViewModel(desk, asking, wizard);

        @BeforeEach
        void read() {
            model.begin();
        }

        @Test
        void isReadOnceForAChoiceAndLeavesOutWhatNothingWasMatchedTo() {
            model.begin();
            assertThat(desk.asked).containsExactly("propose");
            assertThat(model.drafts().get()).extracting(ServiceDraft::accepted).containsExactly(true, true, false);
            assertThat(model.count().get()).isEqualTo("2 of 3 proposed services accepted");
        }

        @Test
        void whatIsDroppedAndItsEnvironmentsAreGone() {
            model.accept(1, false);
            model.forward();
            assertThat(wizard.accepted().services()).extracting(s -> s.service().name()).containsExactly("checkout");
            assertThat(wizard.accepted().environments()).extracting(e -> e.name()).containsExactly("staging");
        }

        @Test
        void namesGroupsAndEnvironmentsAreChanged() {
            model.rename(0, " kasse ", " Storefront ");
            model.move(1, 1, "live-eu");
            model.forward();
            assertThat(wizard.accepted().services().getFirst().service().name()).isEqualTo("kasse");
            assertThat(wizard.accepted().services().getFirst().service().group()).isEqualTo("Storefront");
            assertThat(wizard.accepted().environments()).extracting(e -> e.name()).containsExactly("staging",
                    "live-eu");
        }

        @Test
        void twoOfOneNameAreRefused() {
            model.rename(0, "search", "Shop");
            model.forward();
            assertThat(asking.problem().get()).startsWith("Two services are called “search”.");
            model.rename(0, "", "Shop");
            model.forward();
            assertThat(asking.problem().get()).isEqualTo("Every service needs a name.");
            model.rename(0, "kasse", "Shop");
            model.move(0, 0, " ");
            model.forward();
            assertThat(asking.problem().get()).isEqualTo("Name the environment of kasse.");
            model.rename(0, "kas\u202ese", " ");
            model.forward();
            assertThat(asking.problem().get()).isEqualTo("Name the group of kas‹U+202E›se.");
        }

        @Test
        void whatWasDroppedMayBeCalledAsItLikes() {
            model.rename(1, "checkout", "");
            model.move(1, 0, "");
            model.accept(1, false);
            model.forward();
            assertThat(asking.problem().get()).isEmpty();
            assertThat(wizard.accepted().services()).extracting(s -> s.service().name()).containsExactly("checkout");
        }

        @Test
        void anEnvironmentOfAProductionClusterIsProductionWhateverItIsCalled() {
            wizard.connect(List.of(new Chosen.Cluster(
                    new ConnectionId("prod-eu"), FakeDesk.context("prod-eu", "", null, ""), List.of("production"),
                    List.of(), ClusterMark.PRODUCTION_READ_ONLY)));
            model.move(1, 1, "blue");
            model.move(1, 0, "green");
            assertThat(model.accepted().environments()).containsExactlyInAnyOrder(
                    new EnvironmentSpec("staging", false), new EnvironmentSpec("blue", true),
                    new EnvironmentSpec("green", false));
        }

        @Test
        void aProposedEnvironmentIntoWhichAProductionClusterIsMovedIsProduction() {
            wizard.connect(List.of(new Chosen.Cluster(
                    new ConnectionId("prod-eu"), FakeDesk.context("prod-eu", "", null, ""), List.of("production"),
                    List.of(), ClusterMark.PRODUCTION_READ_ONLY)));
            model.move(1, 1, "staging");
            assertThat(model.accepted().environments()).containsExactly(new EnvironmentSpec("staging", true));
        }

        @Test
        void anEnvironmentThatIsCalledLikeProductionIsProductionOnAnOrdinaryClusterToo() {
            model.move(1, 0, "prod");
            model.move(1, 1, "Live-EU");
            assertThat(model.accepted().environments()).containsExactlyInAnyOrder(
                    new EnvironmentSpec("staging", false), new EnvironmentSpec("prod", true),
                    new EnvironmentSpec("Live-EU", true));
        }

        @Test
        void anotherChoiceIsReadAnewAndForgetsWhatWasChanged() {
            model.rename(0, "kasse", "Shop");
            wizard.choose(List.of(new RepositoryId(FakeDesk.GITHUB, "acme", "search")));
            model.begin();
            assertThat(desk.asked).containsExactly("propose", "propose");
            assertThat(model.drafts().get()).extracting(d -> d.service().name()).startsWith("checkout");
        }

        @Test
        void whatCannotBeReadIsToldAndAskedAgain() {
            desk.trouble = new SetupDesk.Trouble("It cannot be reached.");
            ProposalViewModel fresh = new ProposalViewModel(desk, asking, wizard);
            fresh.begin();
            assertThat(asking.problem().get()).isEqualTo("It cannot be reached.");
            assertThat(fresh.count().get()).isEqualTo("0 of 0 proposed services accepted");
            desk.trouble = null;
            fresh.begin();
            assertThat(fresh.drafts().get()).hasSize(3);
        }

        @Test
        void aBoardThatIsStillBeingReadCannotBeTaken() {
            List<Runnable> waiting = new ArrayList<>();
            ProposalViewModel slow = new ProposalViewModel(desk, new Asking(waiting::add, Runnable::run), wizard);
            slow.begin();

            slow.forward();

            assertThat(wizard.step().get()).isEqualTo(Step.REPOSITORIES);
            assertThat(waiting).as("nor is it asked twice").hasSize(1);
            waiting.removeFirst().run();
            slow.forward();
            assertThat(wizard.accepted().services()).hasSize(2);
        }

        @Test
        void aBoardThatWasNotReadToItsEndIsReadInsteadOfTaken() {
            List<Runnable> waiting = new ArrayList<>();
            Asking patient = new Asking(waiting::add, Runnable::run);
            ProposalViewModel slow = new ProposalViewModel(desk, patient, wizard);
            slow.begin();
            waiting.removeFirst().run();
            Chosen before = wizard.chosen();
            wizard.choose(List.of(new RepositoryId(FakeDesk.GITHUB, "acme", "search")));
            slow.begin();
            patient.cancel();
            waiting.clear();

            slow.forward();
            assertThat(wizard.step().get()).isEqualTo(Step.REPOSITORIES);
            assertThat(patient.doing().get()).isEqualTo("Reading what runs in the clusters…");
            patient.cancel();
            waiting.clear();
            wizard.choose(before.accounts().getFirst().repositories());
            slow.begin();
            waiting.removeFirst().run();

            assertThat(slow.drafts().get()).as("read before, and given up since").hasSize(3);
        }

        @Test
        void whereNothingIsMatchedEverythingIsProposed() {
            desk.proposal = new dev.signalbox.domain.setup.BoardProposal(
                    List.of(FakeDesk.service("lint", ProposedService.Certainty.ALONE)), List.of());
            wizard.connect(List.of());
            ProposalViewModel fresh = new ProposalViewModel(desk, asking, wizard);
            fresh.begin();
            assertThat(fresh.drafts().get()).allMatch(ServiceDraft::accepted);
            fresh.acceptAll(false);
            assertThat(fresh.accepted().services()).isEmpty();
        }
    }

    @Nested
    class Done {

        private final List<String> opened = new ArrayList<>();
        private final DoneViewModel model = new DoneViewModel(desk, asking, wizard, () -> opened.add("opened"));

        @Test
        void opensTheBoardWhenEverythingIsKept() {
            model.save();
            assertThat(opened).containsExactly("opened");
            assertThat(desk.saved).isEqualTo(wizard.chosen());
            assertThat(model.wanted().get()).isEqualTo(DoneViewModel.Passphrase.NONE);
        }

        @Test
        void asksForAPassphraseOnlyWhereOneIsNeeded() {
            desk.trouble = new SetupDesk.NeedsPassphrase("There is no key ring.", true);
            model.save();
            assertThat(model.wanted().get()).isEqualTo(DoneViewModel.Passphrase.FRESH);
            assertThat(asking.problem().get()).isEqualTo("There is no key ring.");
            assertThat(opened).isEmpty();

            desk.trouble = null;
            model.save();
            assertThat(asking.problem().get()).isEqualTo("Type the passphrase.");
            model.passphraseProperty().set("correct horse");
            model.againProperty().set("correct hors");
            model.save();
            assertThat(asking.problem().get()).isEqualTo("The two passphrases are not alike.");
            model.againProperty().set("correct horse");
            model.save();

            assertThat(desk.passphrases).containsExactly("", "correct horse");
            assertThat(model.passphraseProperty().get()).isEmpty();
            assertThat(opened).containsExactly("opened");
        }

        @Test
        void aLockedVaultIsOpenedWithItsPassphrase() {
            desk.trouble = new SetupDesk.NeedsPassphrase("The passphrase is wrong.", false);
            model.save();
            assertThat(model.wanted().get()).isEqualTo(DoneViewModel.Passphrase.EXISTING);
        }

        @Test
        void whatCannotBeKeptIsToldAndNothingOpens() {
            desk.trouble = new SetupDesk.Trouble("The settings folder cannot be written.");
            model.save();
            assertThat(asking.problem().get()).isEqualTo("The settings folder cannot be written.");
            assertThat(opened).isEmpty();
        }
    }
}
