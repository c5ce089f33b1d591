package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.ResultNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Somebody opens the failed run of the practice team: the console finds the failing test and saves the artifact.
class ResultsStoryTest extends EngineOnPractice {

    private static final RepositoryId SEARCH = new RepositoryId(new ConnectionId("GitHub"), "acme", "search");

    @Test
    void theFailingTestOfARunIsFoundByNameAndItsArtifactSaved() throws IOException {
        Run failed = await(s -> s.repository(SEARCH).runs().or(List.of()).stream()
                .filter(r -> r.conclusion() == Conclusion.FAILURE)
                .findFirst());
        engine.store().offer(new Change.FocusMoved(
                "runs", Focus.NOWHERE.withRuns(Set.of(failed.id()))));

        Findings findings = await(s -> Optional.ofNullable(s.results(failed.id()).findings().value()));
        assertThat(findings.reports().outcome()).isEqualTo(RunReports.Outcome.RED);
        assertThat(findings.reports().unreadable()).isEmpty();
        assertThat(findings.failing()).extracting(f -> f.test().test().brief())
                .containsExactly("RankingIT.keeps_order_for_ties");
        assertThat(findings.failing().getFirst().test().message()).isEqualTo("expected [a, b] but was [b, a]");

        Path chosen = Files.createDirectory(folder.resolve("chosen"));
        var artifact = await(s -> s.results(failed.id()).artifacts().or(List.of()).stream().findFirst());
        engine.store().offer(new Change.ResultsChanged(
                failed.id(), new ResultNews.Saving(ArtifactSave.wanted(artifact, chosen, ArtifactSave.Form.FILES))));
        ArtifactSave saved = await(s -> s.results(failed.id()).saves().values().stream()
                .filter(save -> save.stage().isEnd())
                .findFirst());
        assertThat(saved.stage()).as(saved.problem()).isEqualTo(ArtifactSave.Stage.DONE);
        assertThat(chosen.resolve("artifact-" + artifact.number()).resolve("TEST-dev.acme.RankingIT.xml")).exists();
    }
}
