package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardWatchTest {

    @TempDir
    private Path folder;

    private final Store store = new Store(new Reducer(), Runnable::run);
    private int edits;

    @Test
    void withoutAFileEverythingIsDiscoveredAndTheConfigurationsProblemsAreTold() {
        BoardWatch watch = watch(null, "signalbox.yaml, line 3: something");
        watch.look();
        assertThat(state().described()).isEqualTo(BoardSpec.EMPTY);
        assertThat(state().boardProblems()).containsExactly("signalbox.yaml, line 3: something");
    }

    @Test
    void readsTheFileOnceAndAgainOnlyWhenItIsAnother() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        AtomicInteger told = new AtomicInteger();
        watch.look();
        try (Store.Subscription heard = store.subscribe(s -> told.incrementAndGet())) {
            assertThat(heard).isNotNull();
            int before = told.get();
            watch.look();
            watch.look();
            assertThat(told.get()).as("nothing has changed").isEqualTo(before);
            write("version: 1\nservices: [{name: a}, {name: b}]\n");
            watch.look();
            assertThat(services()).containsExactly("a", "b");
        }
    }

    @Test
    void aBrokenEditIsToldBesideTheLastGoodBoard() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        write("version: 1\nservices: [ {\n");
        watch.look();
        assertThat(services()).containsExactly("a");
        assertThat(state().boardProblems()).singleElement().asString().contains("board.yaml").contains("line");
        write("version: 1\nservices: [{name: c}]\n");
        watch.look();
        assertThat(services()).containsExactly("c");
        assertThat(state().boardProblems()).isEmpty();
    }

    @Test
    void aBoardThatIsPartlyWrongIsUsedAsFarAsItGoes() throws IOException {
        write("version: 1\nservices: [{name: a}, {group: b}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        assertThat(services()).containsExactly("a");
        assertThat(state().boardProblems()).hasSize(1);
    }

    @Test
    void aFaultTakesNoProtectionFromABoardWithoutServices() throws IOException {
        write("""
                version: 1
                environments: [{name: customers, production: true}]
                read-only: [prod]
                freezes: [{from: "0 16 * * 5", until: "0 8 * * 1"}]
                frezes: []
                """);
        watch(file()).look();
        assertThat(state().described().isProduction("customers")).isTrue();
        assertThat(state().described().protection().isReadOnly("prod")).isTrue();
        assertThat(state().described().protection().freezes()).hasSize(1);
        assertThat(state().boardProblems()).singleElement().asString().contains("frezes");
    }

    @Test
    void readOnlyAloneHoldsBesideAFault() throws IOException {
        write("version: 1\nread-only: [prod]\nservcies: []\n");
        watch(file()).look();
        assertThat(state().described().protection().isReadOnly("prod")).isTrue();
        assertThat(state().boardProblems()).hasSize(1);
    }

    @Test
    void anEditThatSaysNothingLeavesTheLastBoard() throws IOException {
        write("version: 1\nread-only: [prod]\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        for (String nothing : List.of(
                "", "version: 1\nservcies: []\n", "- a\n",
                "version: 1\nenvironments: [{name: production, production: true}]\nservcies: []\n")) {
            write(nothing);
            watch.look();
            assertThat(services()).containsExactly("a");
            assertThat(state().described().protection().isReadOnly("prod")).isTrue();
            assertThat(state().boardProblems()).hasSize(1);
        }
    }

    @Test
    void anEmptiedBoardIsWhatThePersonWants() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        write("version: 1\nservices: []\n");
        watch.look();
        assertThat(services()).isEmpty();
        assertThat(state().boardProblems()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndItsReturnIsSeen() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        Files.delete(file());
        watch.look();
        assertThat(services()).containsExactly("a");
        assertThat(state().boardProblems()).singleElement().asString().contains("the board as last read is shown");
        long version = state().version();
        watch.look();
        assertThat(state().version()).as("told once").isEqualTo(version);
        write("version: 1\nservices: [{name: b}]\n");
        watch.look();
        assertThat(services()).containsExactly("b");
        assertThat(state().boardProblems()).isEmpty();
    }

    @Test
    void whatIsNoTextOrFarTooLargeIsTold() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        BoardWatch watch = watch(file());
        watch.look();
        assertThat(state().boardProblems()).containsExactly("board.yaml is not UTF-8 text");
        Files.write(file(), new byte[3_000_001]);
        watch.look();
        assertThat(state().boardProblems()).containsExactly("board.yaml is larger than 3 MB");
    }

    @Test
    void problemsOfTheConfigurationStandBeforeThoseOfTheBoard() throws IOException {
        write("version: 2\nservices: [{name: a}]\n");
        watch(file(), "from the configuration").look();
        assertThat(state().boardProblems()).hasSize(2).first().isEqualTo("from the configuration");
    }

    @Test
    void whatIsFoundLaterIsToldBeforeEverythingElse() throws IOException {
        write("version: 2\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file(), "from the configuration");
        watch.look();
        watch.tellFirst(List.of("1 action cannot be read."));
        assertThat(state().boardProblems()).hasSize(3)
                .startsWith("1 action cannot be read.", "from the configuration");
        assertThat(services()).containsExactly("a");
        BoardWatch none = watch(null);
        none.tellFirst(List.of("1 action cannot be read."));
        none.look();
        assertThat(state().boardProblems()).containsExactly("1 action cannot be read.");
    }

    @Test
    void aClusterOfTheConfigurationIsKnownToTheBoard() throws IOException {
        write("""
                version: 1
                environments: [production]
                services:
                  - {name: a, repository: acme/a, targets: {production: {cluster: prod, namespace: x}}}
                """);
        watch(file()).look();
        assertThat(state().boardProblems()).isEmpty();
        ServiceSpec service = state().described().services().getFirst();
        assertThat(String.valueOf(service.repository())).contains("work");
        assertThat(service.targets()).hasSize(1);
    }

    @Test
    void theTeamsBoardIsShownBelowTheFilesOwn() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.lieOn(team("t"));
        assertThat(services()).as("the file was not read yet").isEmpty();
        watch.look();
        assertThat(services()).containsExactly("t", "a");
        watch.lieOn(team("u"));
        assertThat(services()).containsExactly("u", "a");
    }

    @Test
    void theTeamsBoardNeedsNoFileAndKeepsWhatIsWrongWithOne() throws IOException {
        BoardWatch none = watch(null);
        none.look();
        none.lieOn(team("t"));
        assertThat(services()).containsExactly("t");
        write("version: 2\nservices: [{name: a}]\n");
        BoardWatch watch = watch(file());
        watch.look();
        watch.lieOn(team("t"));
        assertThat(state().boardProblems()).singleElement().asString().contains("version 2");
    }

    @Test
    void aTargetThatIsNotWatchedIsToldAndStaysOnTheBoard() throws IOException {
        write("""
                version: 1
                environments: [production]
                services:
                  - name: checkout
                    targets:
                      production: {cluster: prod, namespace: shop}
                """);
        watch(file()).look();

        assertThat(services()).containsExactly("checkout");
        assertThat(state().boardProblems()).containsExactly("board.yaml, line 6: namespace \"shop\" of cluster \"prod\""
                + " is not watched; add it to \"namespaces\" in the console's configuration");
    }

    private static BoardSpec team(String service) {
        return new BoardSpec(
                List.of(), List.of(new ServiceSpec(service, "Team", null, null, null, List.of(), false)));
    }

    private BoardWatch watch(@Nullable Path board, String... problems) {
        return new BoardWatch(
                board, Optional.of(new ConnectionId("work")),
                Map.of(new ConnectionId("prod"), List.of("production", "x")), List.of(problems), store);
    }

    /// Writes it with a time of its own: two edits within one tick of the file system's clock differ too.
    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(++edits)));
    }

    private Path file() {
        return folder.resolve("board.yaml");
    }

    private List<String> services() {
        return state().described().services().stream().map(ServiceSpec::name).toList();
    }

    private ConsoleState state() {
        return store.current();
    }
}
