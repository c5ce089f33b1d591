package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.wiring.config.BoardFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstalledBenchTest {

    private static final long MILLI = 1_000_000;

    @Test
    void withoutImagesThereIsNothingToMeasure() {
        assertThat(InstalledBench.benches("")).isEmpty();
        assertThat(InstalledBench.benches("target/installer")).extracting(Bench::name)
                .containsExactly("installed.first-window", "installed.board", "installed.resident");
    }

    @Test
    void theFirstStartsDoNotCount() {
        List<InstalledBench.Start> starts = List.of(start(900), start(800), start(120), start(100), start(110));

        assertThat(InstalledBench.medianResident(starts)).isEqualTo(110);
        assertThat(InstalledBench.medianMillis(starts, InstalledBench.Start::text)).isEqualTo(110);
        assertThat(InstalledBench.medianMillis(starts, InstalledBench.Start::board)).isEqualTo(220);
    }

    @Test
    void residentMemoryIsReadInMegabytes() {
        List<String> rollup = List.of(
                "55d0c8a00000-7ffe ---p 00000000 00:00 0 [rollup]", "Rss:              204800 kB", "Pss:  100 kB",
                "Pss_Anon:  7 kB");

        assertThat(InstalledProgram.resident(rollup)).isEqualTo(200);
        assertThat(InstalledProgram.resident(List.of())).isZero();
    }

    @Test
    void theConfigurationNamesWhatTheServersTell() {
        Path kubeconfig = Path.of("team", "kubeconfig");
        String yaml = PracticeServers.yaml(Map.of(
                "github", "http://127.0.0.1:1", "token", "practice_1", "gitlab", "http://127.0.0.1:2", "token-gitlab",
                "practice_2", "kubeconfig", kubeconfig.toString(), "more", "more.kubeconfig", "board", "board.yaml"));

        assertThat(yaml).contains("url: http://127.0.0.1:1\n", "url: http://127.0.0.1:2\n", "kubeconfig: " + kubeconfig)
                .contains("board: board.yaml\n", "name: prod-us\n", "kubeconfig: more.kubeconfig\n")
                .doesNotContain("practice_1", "practice_2", "null");
    }

    @Test
    void theBoardHasFiftyServicesThatItCanRead() {
        String twelve = """
                version: 1
                environments: [development, staging, production]
                services:
                """ + IntStream.range(0, 12).mapToObj(n -> "  - name: own-" + n + "\n").collect(Collectors.joining());

        BoardFile board = BoardFile.read(
                MoreServices.onBoard(twelve), "board", Optional.empty(),
                Set.of(new ConnectionId(MoreServices.CLUSTER)));

        assertThat(board.problems()).isEmpty();
        assertThat(board.spec().services()).hasSize(50)
                .filteredOn(service -> service.targets().size() == 3)
                .hasSize(MoreServices.COUNT);
    }

    private static InstalledBench.Start start(double megabytes) {
        return new InstalledBench.Start((long) megabytes * MILLI, 2 * (long) megabytes * MILLI, megabytes);
    }
}
