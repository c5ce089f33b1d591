package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ProposedService.Certainty;
import dev.signalbox.domain.setup.Told;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clusters that cannot be read while a board is proposed, without a screen.
class UnreadClustersTest {

    private static final String WHY = "It cannot be reached: connection refused.";

    private final FakeDesk desk = new FakeDesk();
    private final WizardModel wizard = new WizardModel(Step.ACCOUNT, List.of());
    private final Asking asking = new Asking(Runnable::run, Runnable::run);
    private final ProposalViewModel model = new ProposalViewModel(desk, asking, wizard);

    @BeforeEach
    void chooseTwoClustersOfWhichOneIsSilent() {
        wizard.begin();
        wizard.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        wizard.connect(List.of(cluster("staging-1"), cluster("prod-eu")));
        wizard.go(Step.ACCOUNT);
        while (wizard.step().get() != Step.BOARD) {
            wizard.next();
        }
        desk.silent.put("prod-eu", WHY);
        model.begin();
    }

    private static Chosen.Cluster cluster(String name) {
        return new Chosen.Cluster(
                new ConnectionId(name), FakeDesk.context(name, "", null, ""), List.of("shop"), List.of(),
                ClusterMark.ORDINARY);
    }

    private List<String> connected() {
        return wizard.chosen().clusters().stream().map(c -> c.id().name()).toList();
    }

    private List<String> unread() {
        return model.unread().get().stream().map(u -> u.cluster().id().name() + ": " + u.why()).toList();
    }

    @Test
    void theStepGoesOnWithWhatCanBeReadAndSaysWhatCannot() {
        assertThat(unread()).containsExactly("prod-eu: " + WHY);
        assertThat(model.drafts().get()).hasSize(3);
        assertThat(asking.problem().get()).as("nothing stands in the way").isEmpty();

        model.forward();

        assertThat(wizard.step().get()).isEqualTo(Step.DONE);
        assertThat(wizard.accepted().services()).extracting(s -> s.service().name()).contains("checkout");
        assertThat(connected()).as("it is connected all the same").containsExactly("staging-1", "prod-eu");
    }

    @Test
    void whatIsLeftOutIsNotConnectedAndNothingIsReadAgainForIt() {
        model.rename(0, "kasse", "Shop");

        model.leaveOut(model.unread().get().getFirst());

        assertThat(connected()).containsExactly("staging-1");
        assertThat(unread()).isEmpty();
        model.begin();
        model.forward();
        assertThat(desk.asked).containsExactly("propose");
        assertThat(wizard.accepted().services().getFirst().service().name()).isEqualTo("kasse");
    }

    @Test
    void tryingAgainReadsAnewAndKeepsWhatWasChanged() {
        model.rename(0, "kasse", "Shop");
        model.accept(1, false);
        desk.silent.clear();
        desk.proposal = new BoardProposal(
                List.of(
                        FakeDesk.service("api", Certainty.CERTAIN, "production"), desk.proposal.services().get(0),
                        desk.proposal.services().get(1)),
                desk.proposal.environments());

        model.again();

        assertThat(desk.asked).containsExactly("propose", "propose");
        assertThat(unread()).isEmpty();
        assertThat(model.drafts().get()).extracting(d -> d.service().name() + " " + d.accepted())
                .containsExactly("api true", "kasse true", "search false");
    }

    @Test
    void aClusterThatIsStillSilentIsToldAgain() {
        desk.silent.put("prod-eu", "It refused our credential.");

        model.again();

        assertThat(unread()).containsExactly("prod-eu: It refused our credential.");
        assertThat(model.drafts().get()).hasSize(3);
    }

    @Test
    void leavingOneOutWhileAllIsReadAgainReadsTheOthersAlone() {
        List<Runnable> waiting = new ArrayList<>();
        ProposalViewModel slow = new ProposalViewModel(desk, new Asking(waiting::add, Runnable::run), wizard);
        slow.begin();
        waiting.removeFirst().run();
        slow.rename(0, "kasse", "Shop");
        slow.again();

        slow.leaveOut(slow.unread().get().getFirst());
        waiting.forEach(Runnable::run);
        slow.forward();

        assertThat(connected()).containsExactly("staging-1");
        assertThat(slow.unread().get()).isEmpty();
        assertThat(wizard.step().get()).isEqualTo(Step.DONE);
        assertThat(wizard.accepted().services().getFirst().service().name()).isEqualTo("kasse");
    }

    @Test
    void anotherChoiceBeginsWithNothingUnread() {
        model.leaveOut(model.unread().get().getFirst());
        wizard.connect(List.of(cluster("staging-1"), cluster("prod-us")));
        desk.silent.put("prod-us", WHY);

        model.begin();

        assertThat(unread()).containsExactly("prod-us: " + WHY);
    }

    @Test
    void whoGoesBackFindsTheClusterNotChosen() {
        ClustersViewModel clusters =
                new ClustersViewModel(desk, asking, wizard, InstantSource.fixed(Instant.EPOCH));
        clusters.begin();
        for (String name : List.of("staging-1", "prod-eu")) {
            clusters.trust(name, true);
            clusters.choose(name, true);
            clusters.watch(name, "shop");
        }
        wizard.go(Step.CLUSTERS);
        clusters.forward();
        model.begin();

        model.leaveOut(model.unread().get().getFirst());
        wizard.go(Step.CLUSTERS);
        clusters.begin();

        assertThat(clusters.drafts().get()).filteredOn(ClusterDraft::chosen).extracting(ClusterDraft::name)
                .containsExactly("staging-1");
        clusters.forward();
        assertThat(connected()).containsExactly("staging-1");
        wizard.go(Step.CLUSTERS);
        clusters.choose("prod-eu", true);
        clusters.begin();
        assertThat(clusters.drafts().get()).as("whoever chooses it again means it")
                .filteredOn(ClusterDraft::chosen).hasSize(2);
    }
}
