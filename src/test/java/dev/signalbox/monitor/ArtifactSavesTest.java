package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.ArtifactSave.Form;
import dev.signalbox.domain.ci.ArtifactSave.Stage;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactSavesTest {

    private final Path folder;

    private final FakeArtifacts artifacts = new FakeArtifacts();
    private final List<ArtifactSave> told = new ArrayList<>();
    private ConsoleState state = ConsoleState.EMPTY;

    /// Nothing but this test writes beside the folder.
    ArtifactSavesTest(@TempDir Path around) throws IOException {
        folder = Files.createDirectory(around.resolve("downloads"));
    }

    @Test
    void keepsTheArchiveUnderItsNumber() throws IOException {
        byte[] archive = Zips.of("a.txt", "hello");
        ArtifactSave end = save("junit-results", archive, Form.ARCHIVE);
        assertThat(end.stage()).isEqualTo(Stage.DONE);
        assertThat(end.result()).isEqualTo(folder.resolve("artifact-7.zip"));
        assertThat(end.result()).hasBinaryContent(archive);
        assertThat(there()).containsExactly("artifact-7.zip");
        assertThat(told).extracting(ArtifactSave::stage)
                .containsExactly(Stage.FETCHING, Stage.UNPACKING, Stage.DONE);
    }

    @Test
    void unpacksIntoAFolderOfItsOwn() throws IOException {
        ArtifactSave end = save("junit-results", Zips.of("a/b.txt", "hello"), Form.FILES);
        assertThat(end.result()).isEqualTo(folder.resolve("artifact-7"));
        assertThat(folder.resolve("artifact-7/a/b.txt")).hasContent("hello");
        assertThat(there()).containsExactly("artifact-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "CON", "x:ads", "-rf", "/etc/passwd", "..\\up"})
    void usesTheNameForNothing(String name) throws IOException {
        save(name, Zips.of("a.txt", "x"), Form.FILES);
        save(name, Zips.of("a.txt", "x"), Form.ARCHIVE);
        assertThat(there()).containsExactlyInAnyOrder("artifact-7", "artifact-7.zip");
        assertThat(folder.resolveSibling("a.txt")).doesNotExist();
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(folder.resolve("artifact-7.zip"), "mine");
        ArtifactSave end = save("x", Zips.of("a.txt", "x"), Form.ARCHIVE);
        assertThat(end.result()).isEqualTo(folder.resolve("artifact-7-2.zip"));
        assertThat(folder.resolve("artifact-7.zip")).hasContent("mine");
    }

    @Test
    void refusesAHostileArchiveAndLeavesNothing() throws IOException {
        ArtifactSave end = save("x", Zips.of("good.txt", "x", "../evil.txt", "x"), Form.FILES);
        assertThat(end.stage()).isEqualTo(Stage.FAILED);
        assertThat(end.problem()).contains("../evil.txt");
        assertThat(there()).isEmpty();
    }

    @Test
    void saysWhyADownloadFailed() throws IOException {
        artifacts.problem = new RemoteProblem.NotFound("The artifact has expired");
        ArtifactSave end = save("x", new byte[0], Form.FILES);
        assertThat(end.stage()).isEqualTo(Stage.FAILED);
        assertThat(end.problem()).isEqualTo("The artifact has expired");
        assertThat(there()).isEmpty();
    }

    @Test
    void saysThatTheFolderIsGone() {
        ArtifactSave wish = ArtifactSave.wanted(artifact("x"), folder.resolve("gone"), Form.FILES);
        know(wish);
        saves().save(wish);
        assertThat(told.getLast().problem()).isEqualTo("The folder is not there any more");
    }

    @Test
    void stopsWhenSomebodyStopsIt() throws IOException {
        artifacts.meanwhile = () -> know(ArtifactSave.wanted(artifact("x"), folder, Form.FILES).stopped());
        ArtifactSave end = save("x", Zips.of("a.txt", "x".repeat(9_000)), Form.FILES);
        assertThat(end.stage()).isEqualTo(Stage.STOPPED);
        assertThat(there()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void tellsHowFarItIsButNotTooOften() throws IOException {
        byte[] random = new byte[3 << 20];
        new java.util.SplittableRandom(7).nextBytes(random);
        save("x", random, Form.ARCHIVE);
        assertThat(told).filteredOn(s -> s.stage() == Stage.FETCHING).extracting(ArtifactSave::done)
                .containsExactly(0L, (long) random.length / 2, (long) random.length);
    }

    private ArtifactSaves saves() {
        return new ArtifactSaves(artifacts, () -> state, this::note);
    }

    private void note(Change change) {
        if (change instanceof Change.ResultsChanged(var run, ResultNews.Saving(ArtifactSave save))) {
            told.add(save);
        }
    }

    private ArtifactSave save(String name, byte[] archive, Form form) {
        artifacts.add(artifact(name), archive);
        ArtifactSave wish = ArtifactSave.wanted(artifact(name), folder, form);
        know(wish);
        saves().save(wish);
        return told.getLast();
    }

    private void know(ArtifactSave save) {
        state = new Reducer().apply(state,
                List.of(new Change.ResultsChanged(save.artifact().run(), new ResultNews.Saving(save))));
    }

    private static Artifact artifact(String name) {
        return new Artifact(runId(641), 7, name, 100, false, NOON, null, null);
    }

    private List<String> there() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
