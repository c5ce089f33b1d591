package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.NamespaceList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What somebody has said of their clusters is not lost by what they do next.
class ClustersKeptTest {

    private static final Path OTHER = Path.of("/home/kim/other");

    private final FakeDesk desk = new FakeDesk();
    private final List<Runnable> work = new ArrayList<>();
    private final Asking asking = new Asking(work::add, Runnable::run);
    private final ClustersViewModel model = new ClustersViewModel(
            desk, asking, new WizardModel(Step.CLUSTERS, List.of()), () -> Instant.EPOCH);

    ClustersKeptTest() {
        model.begin();
        answer();
        model.choose("staging-1", true);
        answer();
        model.toggle("staging-1", "production");
        model.mark("staging-1", true);
        model.choose("prod-eu", true);
        model.trust("prod-eu", true);
        answer();
    }

    @Test
    void aFileThatIsNotThereTakesNothingAway() {
        List<ClusterDraft> before = model.drafts().get();
        desk.contexts = new ContextList(List.of(), List.of(), List.of("/nowhere cannot be read."));
        model.look();
        answer();

        assertThat(model.drafts().get()).isEqualTo(before);
        assertThat(asking.problem().get()).isEqualTo("/nowhere cannot be read.");
    }

    @Test
    void theSameFileReadAgainLeavesItAsItIs() {
        List<ClusterDraft> before = model.drafts().get();
        model.look();
        answer();

        assertThat(model.drafts().get()).isEqualTo(before);
        assertThat(model.listed().get()).containsOnlyKeys("staging-1", "prod-eu");
    }

    @Test
    void whichOneIsInUseByThenDoesNotMatter() {
        List<ClusterDraft> before = model.drafts().get();
        desk.contexts = new ContextList(
                desk.contexts.files(), desk.contexts.contexts().stream().map(ClustersKeptTest::inUse).toList(),
                List.of());
        model.look();
        answer();

        assertThat(model.drafts().get()).extracting(draft -> draft.of(draft.context().besideOthers()))
                .isEqualTo(before.stream().map(draft -> draft.of(draft.context().besideOthers())).toList());
        assertThat(model.drafts().get()).allMatch(draft -> draft.context().current());
    }

    @Test
    void anAnswerThatCameStaysWhenTheNextOneIsGivenUp() {
        desk.contexts = new ContextList(List.of(OTHER), List.of(
                FakeDesk.context("lab", "", null, ""), FakeDesk.context("bench", "", null, "")), List.of());
        model.look();
        answer();
        model.choose("bench", true);
        model.choose("lab", true);
        desk.asked.clear();
        desk.neverAnswers = "bench";
        answer();

        assertThat(desk.asked).as("the one just ticked first")
                .containsExactly("namespaces of lab with []", "namespaces of bench with []");
        assertThat(model.listed().get()).containsKey("lab").doesNotContainKey("bench");
    }

    @Test
    void whatWasChosenOutOfAnotherFileStays() {
        desk.contexts = new ContextList(
                List.of(OTHER), List.of(FakeDesk.context("lab", "", null, "")), List.of());
        model.look();
        answer();

        assertThat(model.drafts().get()).extracting(ClusterDraft::name).containsExactly("staging-1", "prod-eu", "lab");
        assertThat(model.drafts().get()).extracting(ClusterDraft::chosen).containsExactly(true, true, false);
        assertThat(model.drafts().get().getFirst().namespaces()).contains("production");
        assertThat(model.drafts().get().getFirst().production()).isTrue();
    }

    @Test
    void aSecondTickDoesNotGiveTheFirstQuestionUp() {
        model.choose("staging-1", false);
        desk.contexts = new ContextList(List.of(OTHER), List.of(
                FakeDesk.context("lab", "", null, ""), FakeDesk.context("bench", "", null, "")), List.of());
        model.look();
        answer();
        model.choose("lab", true);
        model.choose("bench", true);
        assertThat(asking.doing().get()).isEqualTo("Asking bench, lab for their namespaces…");
        answer();

        assertThat(model.listed().get()).containsKeys("lab", "bench");
    }

    @Test
    void oneThatGaveItsAnswerIsNotAskedAgainWithTheNext() {
        desk.contexts = new ContextList(List.of(OTHER), List.of(
                FakeDesk.context("lab", "", null, ""), FakeDesk.context("bench", "", null, "")), List.of());
        model.look();
        answer();
        desk.namespaces = new NamespaceList.Forbidden("This account may not list namespaces. Type them.");
        model.choose("lab", true);
        answer();
        desk.asked.clear();
        model.choose("bench", true);
        answer();

        assertThat(desk.asked).containsExactly("namespaces of bench with []");
        assertThat(asking.problem().get()).isEqualTo("This account may not list namespaces. Type them.");
    }

    private static ContextChoice inUse(ContextChoice of) {
        return new ContextChoice(
                of.name(), of.server(), of.user(), of.namespace(), of.files(), true, of.command(), of.problem());
    }

    private void answer() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }
}
