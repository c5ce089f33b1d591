package dev.signalbox.history;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastStateFileTest {

    private static final RunId RUN = new RunId(new RepositoryId(new ConnectionId("Work"), "acme/sub", "shop"), 12);

    @TempDir
    private Path folder;

    private LastStateFile file;

    @BeforeEach
    void open() {
        file = new LastStateFile(folder, () -> new Redaction(List.of("a-secret-that-is-known")));
    }

    private static LastState state(String text) {
        PendingApproval pending = new PendingApproval(
                RUN, new Gate.Environment(3), "production", true, Duration.ofMinutes(5), null,
                List.of(new Reviewer(Reviewer.Kind.values()[0], text)));
        return new LastState(
                List.of(new LastState.OfConnection(
                        RUN.repository().connection(), Connection.Kind.GITHUB, "https://github.com", NOON)),
                List.of(), List.of(), List.of(), List.of(),
                List.of(new LastState.OfPending(RUN, List.of(pending),
                        Instant.parse("2038-01-19T03:14:08.000000001Z"))),
                List.of(new LastState.OfWorkload(
                        Examples.workload(
                                Examples.workloadKey("production", "checkout"), "registry:5000/a/b:v1",
                                Map.of("k", "v")),
                        NOON)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(file.read()).isEmpty();
        file.write(state("bücher \u202e 日本"));
        assertThat(file.read()).contains(state("bücher \u202e 日本"));
        file.write(state("other"));
        assertThat(file.read()).contains(state("other"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void noSecretIsKept() throws IOException {
        file.write(state("ghp_0123456789abcdef0123456789abcdef0123 and a-secret-that-is-known"));
        LastState read = file.read().orElseThrow();
        assertThat(read.toString()).doesNotContain("0123456789abcdef").doesNotContain("a-secret-that-is-known");
    }

    @Test
    void everyBrokenByteCountsAsNothing() throws IOException {
        file.write(state("x"));
        Path place = folder.resolve("last-state.bin");
        byte[] good = Files.readAllBytes(place);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            Files.write(place, bad);
            // The header of the packed part holds a time and a system that nobody looks at.
            if (i < 16 || i > 26) {
                assertThat(file.read()).as("byte %d", i).isEmpty();
            }
        }
        for (int length = 0; length < good.length; length += 7) {
            Files.write(place, java.util.Arrays.copyOf(good, length));
            assertThat(file.read()).as("cut at %d", length).isEmpty();
        }
    }

    @Test
    void whatIsNoFileOfOursCountsAsNothing() throws IOException {
        Path place = folder.resolve("last-state.bin");
        Files.createDirectory(place);
        assertThat(file.read()).isEmpty();
        Files.delete(place);
        Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[100]);
        Files.createSymbolicLink(place, elsewhere);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsNotKeptAndTheOldOneStays() throws IOException {
        file.write(state("old"));
        assertThatThrownBy(() -> file.write(state("x".repeat(2_000_000)))).isInstanceOf(IOException.class);
        assertThat(file.read()).contains(state("old"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anotherShapeHasAnotherFingerprint() {
        long all = new RecordCodec<>(LastState.class, text -> text).fingerprint();
        assertThat(new RecordCodec<>(LastState.OfConnection.class, text -> text).fingerprint()).isNotEqualTo(all);
        assertThat(new RecordCodec<>(One.class, text -> text).fingerprint())
                .isNotEqualTo(new RecordCodec<>(Two.class, text -> text).fingerprint());
        assertThat(new RecordCodec<>(LastState.class, text -> text).fingerprint()).isEqualTo(all);
    }

    record One(String name, Set<Long> numbers) {}

    record Two(String name, Set<Integer> numbers) {}

    @Test
    void ofWhatIsKnownOnlyWholeSecretsGoSinceNamesMustStayWhatTheyAre() throws IOException {
        file.write(state("acme/a-secret-that-is-not"));
        assertThat(file.read()).contains(state("acme/a-secret-that-is-not"));
    }

    @Test
    void whatIsLearnedAfterItWasOpenedIsNotKeptEither() throws IOException {
        List<String> known = new ArrayList<>();
        LastStateFile late = new LastStateFile(folder, () -> new Redaction(known));
        known.add("the-token-that-came-later");
        late.write(state("see the-token-that-came-later"));
        assertThat(late.read()).contains(state("see •••"));
    }
}
