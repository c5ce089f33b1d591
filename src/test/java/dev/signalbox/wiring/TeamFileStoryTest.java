package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.editor.BoardTexts;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole console but its window, and a team that changes its file.
class TeamFileStoryTest {

    private static final String SECRET = "glpat-canary9876543210";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private TeamRepository repository;

    @SuppressWarnings("NullAway.Init") // made before each test
    private GitServer server;

    @BeforeEach
    void serve() throws IOException {
        repository = new TeamRepository(folder.resolve("server.git"));
        server = new GitServer(repository);
        server.want(SECRET);
    }

    @AfterEach
    void stop() {
        server.close();
        repository.close();
    }

    @Test
    void aTeamsFileIsFollowedAndWhatItWeakensWaitsForAYes() throws Exception {
        commit("  - {name: eu, production: true}", "checkout");
        String weak;
        try (Engine engine = start()) {
            await(engine, state -> services(state).equals(List.of("checkout")));
            commit("  - {name: eu, production: true}", "checkout", "search");
            again(engine, state -> services(state).equals(List.of("checkout", "search")));

            repository.with("board.yaml", "version: 1\nservices: [{nmae: x}]\n").commit("Eve", "Break it");
            again(engine, state -> state.team().newer() instanceof Newer.Refused);
            assertThat(((Newer.Refused) Objects.requireNonNull(engine.store().current().team().newer())).problems())
                    .first().asString().startsWith("board.yaml, line 2: ");
            assertThat(services(engine.store().current())).containsExactly("checkout", "search");

            weak = commit("  - {name: eu}", "checkout", "search");
            again(engine, state -> state.team().newer() instanceof Newer.Proposed);
            assertThat(engine.store().current().described().asksForName("eu")).isTrue();
        }
        try (Engine engine = start()) {
            await(engine, state -> state.team().newer() instanceof Newer.Proposed);
            assertThat(engine.store().current().described().asksForName("eu")).isTrue();
            engine.teamAnswers().accept(weak);
            await(engine, state -> !state.described().asksForName("eu"));
            assertThat(Objects.requireNonNull(engine.store().current().team().inForce()).operator())
                    .isEqualTo(Machine.here().operator());
        }
    }

    @Test
    void startsWithoutTheNetworkOnWhatWasInForce() throws Exception {
        commit("  - staging", "checkout");
        try (Engine engine = start()) {
            await(engine, state -> !services(state).isEmpty());
        }
        server.close();
        try (Engine engine = start()) {
            await(engine, state -> services(state).equals(List.of("checkout")));
            await(engine, state -> state.team().problem() instanceof RemoteProblem.Unreachable);
            assertThat(services(engine.store().current())).containsExactly("checkout");
        }
    }

    @Test
    void whatThisMachineDescribesLiesOnTop() throws Exception {
        commit("  - staging", "checkout", "search");
        Files.writeString(folder.resolve("mine.yaml"), """
                version: 1
                services:
                  - {name: checkout, group: Mine}
                  - {name: lab, group: Mine}
                """);
        try (Engine engine = start("board: mine.yaml")) {
            await(engine, state -> services(state).equals(List.of("checkout", "search", "lab")));
            assertThat(engine.store().current().described().services().getFirst().group()).isEqualTo("Mine");
        }
    }

    @Test
    void untilTheTeamHasAFileThisMachinesStandsInAndBecomesItsFirst() throws Exception {
        repository.with("README.md", "Our releases\n").commit("Ann", "Begin");
        String mine = "version: 1\ndiscover: nothing\nenvironments:\n  - {name: eu, production: true}\nservices:\n"
                + "  - name: checkout\n  - name: lab\n";
        Files.writeString(folder.resolve("mine.yaml"), mine);
        try (Engine engine = start("  begin-with: mine.yaml")) {
            await(engine, state -> services(state).equals(List.of("checkout", "lab"))
                    && state.team().awaited());
            BoardTexts.Opened opened = engine.boards().texts(() -> engine.store().current().team()).getFirst().open();
            assertThat(opened.text()).isEqualTo(mine);
            assertThat(opened.base()).isEmpty();
            assertThat(opened.notice()).isEqualTo(
                    "The branch main has no file board.yaml. You begin with this machine's board.");
            assertThat(opened.way()).isInstanceOf(BoardTexts.Way.Propose.class);

            String weak = commit("  - {name: eu}", "checkout");
            again(engine, state -> state.team().newer() instanceof Newer.Proposed);
            assertThat(services(engine.store().current())).as("what held here is compared with")
                    .containsExactly("checkout", "lab");
            engine.teamAnswers().accept(weak);
            await(engine, state -> services(state).equals(List.of("checkout")));
            assertThat(engine.store().current().described().asksForName("eu")).isFalse();
            assertThat(engine.boards().texts(() -> engine.store().current().team()).getLast().isThere())
                    .as("it is not read any more").isFalse();
        }
        try (Engine engine = start("  begin-with: mine.yaml")) {
            await(engine, state -> services(state).equals(List.of("checkout")));
        }
    }

    @Test
    void whereNobodyCanReadWhatHeldHereTheTeamsFirstWaitsForAYes() throws Exception {
        String first = commit("  - {name: eu, production: true}", "checkout");
        Files.writeString(folder.resolve("mine.yaml"), "version: 1\nservices: [\n");
        try (Engine engine = start("  begin-with: mine.yaml")) {
            await(engine, state -> state.team().newer() instanceof Newer.Proposed);
            assertThat(services(engine.store().current())).isEmpty();
            assertThat(engine.store().current().boardProblems()).anyMatch(words -> words.startsWith("mine.yaml"));
            engine.teamAnswers().keepOld(first);
            await(engine, state -> state.team().newer() instanceof Newer.Proposed asked && asked.kept());
        }
        try (Engine engine = start("  begin-with: mine.yaml")) {
            await(engine, state -> state.team().newer() instanceof Newer.Proposed asked && asked.kept());
            assertThat(services(engine.store().current())).isEmpty();
            engine.teamAnswers().accept(first);
            await(engine, state -> services(state).equals(List.of("checkout")));
        }
    }

    @Test
    void withoutItsTokenTheRepositoryIsNotAsked() throws Exception {
        commit("  - staging", "checkout");
        Map<String, String> bare = new HashMap<>(Machine.here().environment());
        bare.remove("TEAM_TOKEN");
        try (Engine engine = engine("", Machine.here().with(bare))) {
            await(engine, state -> state.team().problem() instanceof RemoteProblem.NoCredential);
            TeamStanding team = engine.store().current().team();
            assertThat(Objects.requireNonNull(team.problem()).detail()).contains("TEAM_TOKEN");
        }
        assertThat(server.requests()).isEmpty();
    }

    private String commit(String environment, String... services) throws IOException {
        StringBuilder text = new StringBuilder("version: 1\ndiscover: nothing\nenvironments:\n")
                .append(environment).append("\nservices:\n");
        for (String service : services) {
            text.append("  - name: ").append(service).append('\n');
        }
        return repository.with("board.yaml", text.toString()).commit("Ann", "Describe " + services.length);
    }

    private Engine start(String... more) throws IOException {
        Map<String, String> environment = new HashMap<>(Machine.here().environment());
        environment.put("TEAM_TOKEN", SECRET);
        return engine(String.join("\n", more), Machine.here().with(environment));
    }

    private Engine engine(String more, Machine machine) throws IOException {
        Folders folders = Folders.below(folder.resolve("console"));
        folders.make();
        String text = "version: 1\nteam-file:\n  repository: " + server.address()
                + "\n  path: board.yaml\n  token-env: TEAM_TOKEN\n" + more + "\n";
        ConsoleConfigFile read =
                ConsoleConfigFile.read(text, folder.resolve("signalbox.yaml"), folder);
        return Engine.start(machine, read.config(), List.of(), folders);
    }

    private static List<String> services(ConsoleState state) {
        return state.described().services().stream().map(ServiceSpec::name).toList();
    }

    /// Asks for everything anew until it has come to pass.
    private static void again(Engine engine, Predicate<ConsoleState> wanted) throws InterruptedException {
        engine.refresh();
        await(engine, wanted);
    }

    private static void await(Engine engine, Predicate<ConsoleState> wanted) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        try (Store.Subscription heard = engine.store().subscribe(state -> {
            if (wanted.test(state)) {
                there.countDown();
            }
        })) {
            assertThat(heard).isNotNull();
            assertThat(there.await(30, TimeUnit.SECONDS)).as("it came to pass within 30 s").isTrue();
        }
    }
}
