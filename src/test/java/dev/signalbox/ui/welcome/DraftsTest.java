package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.setup.ProposedService.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody has described so far, and what is still missing of it.
class DraftsTest {

    private static final ClusterDraft PLAIN =
            ClusterDraft.fresh(FakeDesk.context("staging-1", "shop", null, ""), false);
    private static final ClusterDraft GUARDED =
            ClusterDraft.fresh(FakeDesk.context("prod-eu", " ", FakeDesk.COMMAND, ""), true);

    @Test
    void aClusterBeginsWithTheNamespaceOfItsContext() {
        assertThat(PLAIN.namespaces()).containsExactly("shop");
        assertThat(PLAIN.chosen()).isFalse();
        assertThat(PLAIN.missing()).isEmpty();
        assertThat(GUARDED.namespaces()).as("a blank is no name").isEmpty();
        assertThat(GUARDED.production()).isTrue();
    }

    @Test
    void aProgramMayRunOnlyWhileItIsTrusted() {
        assertThat(GUARDED.allowed()).isEmpty();
        assertThat(GUARDED.trust(true).allowed()).containsExactly("f1");
        assertThat(GUARDED.trust(true).trust(false).allowed()).isEmpty();
        assertThat(PLAIN.trust(true).allowed()).as("there is nothing to allow").isEmpty();
    }

    @Test
    void trustIsMissingBeforeNamespacesAre() {
        assertThat(GUARDED.missing()).startsWith("Allow the program of prod-eu");
        assertThat(GUARDED.trust(true).missing()).isEqualTo("Name at least one namespace of prod-eu.");
        assertThat(GUARDED.trust(true).watch(List.of("shop")).missing()).isEmpty();
    }

    @Test
    void oneChangeLeavesTheOthersAlone() {
        ClusterDraft changed = GUARDED.choose(true).trust(true).watch(List.of("a", "b")).mark(false);

        assertThat(changed).isEqualTo(
                new ClusterDraft(GUARDED.context(), true, List.of("a", "b"), false, true));
    }

    @Test
    void namespacesAreNotChangedFromOutside() {
        List<String> mine = new ArrayList<>(List.of("a"));
        ClusterDraft draft = PLAIN.watch(mine);
        mine.add("b");

        assertThat(draft.namespaces()).containsExactly("a");
    }

    @Test
    void aContextThatDeceivesIsNamedForWhatItIs() {
        ClusterDraft odd = ClusterDraft.fresh(FakeDesk.context("ad\u202emin\n" + "x".repeat(200), "", null, ""), false);

        assertThat(odd.name()).startsWith("ad‹U+202E›min‹LF›").hasSizeLessThanOrEqualTo(60);
        assertThat(odd.missing()).doesNotContain("\u202e").doesNotContain("\n");
    }

    @Test
    void aServiceIsRenamedWithoutLosingWhereItRuns() {
        ServiceDraft draft =
                new ServiceDraft(FakeDesk.service("shop", Certainty.LIKELY, "staging", "production"), true);
        ServiceDraft renamed = draft.rename("kasse", "Store");

        assertThat(renamed.service().name()).isEqualTo("kasse");
        assertThat(renamed.service().group()).isEqualTo("Store");
        assertThat(renamed.service().targets()).isEqualTo(draft.service().targets());
        assertThat(renamed.service().repository()).isEqualTo(draft.service().repository());
        assertThat(renamed.proposed().reason()).isEqualTo(draft.proposed().reason());
        assertThat(renamed.accepted()).isTrue();
    }

    @Test
    void onlyTheTargetThatIsMovedMoves() {
        ServiceDraft draft =
                new ServiceDraft(FakeDesk.service("shop", Certainty.LIKELY, "staging", "production"), false);
        ServiceDraft moved = draft.move(1, "live");

        assertThat(moved.service().targets()).extracting(TargetSpec::environment).containsExactly("staging", "live");
        assertThat(moved.service().targets()).extracting(TargetSpec::workload)
                .isEqualTo(draft.service().targets().stream().map(TargetSpec::workload).toList());
        assertThat(moved.accepted()).isFalse();
        assertThat(draft.move(7, "live")).as("there is no such target").isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, ' ', https://github.com", "GITLAB, '', https://gitlab.com",
        "GITLAB, ' git.example.com ', https://git.example.com", "GITHUB, http://127.0.0.1:80, http://127.0.0.1:80",
        "GITHUB, git.example.com:8443/x, https://git.example.com:8443/x"
    })
    void anAddressIsMeantAsPeopleWriteIt(Kind kind, String typed, String meant) {
        assertThat(Hosts.meant(kind, typed)).isEqualTo(meant);
    }

    @Test
    void everyProviderHasAServerThatMostPeopleMean() {
        for (Kind kind : List.of(Kind.GITHUB, Kind.GITLAB)) {
            assertThat(Hosts.name(kind, Hosts.preset(kind), List.of()))
                    .isEqualTo(new ConnectionId(Hosts.provider(kind)));
            assertThat(Hosts.tokenHint(kind)).startsWith("make one under").endsWith(".");
        }
    }

    @Test
    void theFirstPageSaysWhatIsWrongUntilSomethingElseIs() {
        WelcomeViewModel broken = new WelcomeViewModel(List.of("console.yaml,\u202e line 1: odd.", "More."),
                () -> Optional.of("Another Signalbox\u0007 is running."));
        assertThat(broken.problem().get())
                .isEqualTo("console.yaml,‹U+202E› line 1: odd. More.");

        broken.practise();

        assertThat(broken.problem().get()).isEqualTo("Another Signalbox‹BEL› is running.");
    }

    @Test
    void whoMayPractiseHearsNothing() {
        WelcomeViewModel well = new WelcomeViewModel(List.of(), Optional::empty);
        assertThat(well.problem().get()).isEmpty();
        well.practise();
        assertThat(well.problem().get()).isEmpty();
    }
}
