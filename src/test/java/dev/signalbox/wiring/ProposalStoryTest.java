package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.editor.BoardTexts;
import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.editor.BoardTexts.Problem;
import dev.signalbox.ui.editor.BoardTexts.Way;
import dev.signalbox.ui.plan.OpenedRequest;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole console but its window: a text goes from the editor to a branch and a request, and back.
class ProposalStoryTest {

    private static final String SECRET = "glpat-canary9876543210";
    private static final String CI_SECRET = "ci-canary-0123456789";
    private static final String OLD = """
            version: 1
            discover: nothing
            environments:
              - {name: eu, production: true}
            services:
              - name: checkout
            """;
    private static final String NEW = OLD + "  - name: search\n";

    @TempDir
    Path folder;

    private final RequestsServer api = new RequestsServer();

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
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab"})
    void aTextBecomesABranchAndARequestAndIsTakenBack(String kind) throws Exception {
        String head = commit(OLD);
        try (Engine engine = start(kind)) {
            BoardTexts team = texts(engine).getFirst();
            Opened opened = team.open();
            String where = "board.yaml on main of " + server.address();
            assertThat(opened).isEqualTo(new Opened(where, OLD, OLD, "", new Way.Propose(place(), head)));

            ActionRecord proposed = carryOut(engine, propose(head));
            assertThat(proposed.phase()).as(proposed.words()).isEqualTo(Phase.DONE);
            String branch = api.branch();
            assertThat(branch).startsWith("signalbox/board-");
            assertThat(repository.text(branch, "board.yaml")).isEqualTo(NEW);
            assertThat(repository.head("main")).isEqualTo(head);
            assertThat(proposed.plan().steps().getLast().verifies()).isInstanceOfSatisfying(
                    Expectation.RequestOpens.class, e -> assertThat(e.page()).hasToString("https://ci.example/12"));
            assertThat(engine.store().current().described().services()).as("nobody took it in yet").hasSize(1);

            ActionRecord back = carryOut(engine, ((Undo.ByIntent) proposed.plan().undo()).intent());
            assertThat(back.phase()).as(back.words()).isEqualTo(Phase.DONE);
            assertThat(repository.head(branch)).isNull();
            assertThat(api.changes()).hasSize(2).last().asString().contains("clos");
            assertThat(repository.pushed())
                    .containsExactly("CREATE refs/heads/" + branch, "DELETE refs/heads/" + branch);
        }
        // The next start knows both, with the link.
        try (Engine engine = start(kind)) {
            await(engine, state -> state.actions().size() == 2);
            ConsoleState now = engine.store().current();
            assertThat(now.actions().values().stream().map(action -> OpenedRequest.of(action, now)))
                    .filteredOn(Objects::nonNull).extracting(OpenedRequest::page)
                    .containsExactly(URI.create("https://ci.example/12"));
        }
    }

    @Test
    void theEditorKnowsWhatIsWrongAndWhatProtectsLess() throws Exception {
        commit(OLD);
        try (Engine engine = start("github")) {
            BoardTexts team = texts(engine).getFirst();
            assertThat(team.check(NEW)).isEqualTo(new BoardTexts.Checked(List.of(), List.of()));
            assertThat(team.check(OLD + "  - nmae: x\n").problems())
                    .extracting(Problem::line).containsOnly(7);
            assertThat(team.check(OLD.replace(", production: true", "")).weakened())
                    .containsExactly("Environment eu: actions ask for its name → a press is enough");
            assertThat(team.check("{").problems()).isNotEmpty();
        }
    }

    @Test
    void lineEndsThatAChangeWouldNotKeepAreTold() throws Exception {
        commit(OLD.replace("\n", "\r\n"));
        try (Engine engine = start("github")) {
            Opened opened = texts(engine).getFirst().open();
            assertThat(opened.text()).isEqualTo(OLD);
            assertThat(opened.base()).isEqualTo(OLD);
            assertThat(opened.notice()).contains("end as on Windows");
        }
    }

    @Test
    void whatCannotBeUsedGivesWayToWhatIsInForce() throws Exception {
        commit(OLD);
        try (Engine engine = start("github")) {
            String broken = commit("version: 1\nservices: [{nmae: x}]\n");
            Opened opened = texts(engine).getFirst().open();
            assertThat(opened.text()).isEqualTo(OLD);
            assertThat(opened.base()).contains("nmae");
            assertThat(opened.notice()).startsWith("What is on main is not valid: board.yaml, line 2: ")
                    .endsWith("You begin with the last version that was in force.");
            assertThat(opened.way()).isEqualTo(new Way.Propose(place(), broken));

            repository.with("board.yaml", "\0\0").commit("Eve", "Break it more");
            assertThat(texts(engine).getFirst().open().text()).isEqualTo(OLD);
            server.close();
            Opened alone = texts(engine).getFirst().open();
            assertThat(alone.text()).isEqualTo(OLD);
            assertThat(alone.way()).isEqualTo(new Way.Look());
            assertThat(alone.notice()).contains("Nothing can be proposed now");
        }
    }

    @Test
    void aProposalOnAnOldCommitIsRefusedInWords() throws Exception {
        String head = commit(OLD);
        try (Engine engine = start("github")) {
            commit(OLD + "# theirs\n");
            DraftId id = engine.operator().prepare(propose(head));
            await(engine, state -> state.drafts().get(id) instanceof Draft.Refused);
            assertThat(((Draft.Refused) Objects.requireNonNull(engine.store().current().drafts().get(id))).reason())
                    .startsWith("Somebody has pushed to main meanwhile");
            assertThat(repository.pushed()).isEmpty();
        }
    }

    @Test
    void thisMachinesFileIsSavedAsAWholeAndFollowed() throws Exception {
        commit(OLD);
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(mine, "version: 1\r\nservices:\r\n  - name: lab\r\n");
        try (Engine engine = start("github", "board: mine.yaml")) {
            BoardTexts own = texts(engine).getLast();
            Opened opened = own.open();
            assertThat(opened.where()).isEqualTo(mine.toString());
            assertThat(opened.way()).isEqualTo(new Way.Save());
            String next = opened.text() + "  - name: bench\n";
            assertThat(own.check(next).problems()).isEmpty();
            assertThat(own.save(opened.base(), next)).isEmpty();
            await(engine, state -> state.described().services().stream().anyMatch(s -> s.name().equals("bench")));
            assertThat(folder.resolve("mine.yaml.1")).content().contains("lab").doesNotContain("bench");

            assertThat(own.save(opened.base(), "version: 1\n")).startsWith("The file was changed by somebody else");
            assertThat(mine).content().contains("bench");
            Files.delete(mine);
            assertThat(own.save(next, "version: 1\n")).startsWith("It could not be saved");
            assertThat(own.open().way()).isEqualTo(new Way.Look());
        }
    }

    @Test
    void withoutAFileThereIsNothingToEdit() throws Exception {
        Folders folders = Folders.below(folder.resolve("bare"));
        folders.make();
        ConsoleConfigFile read = ConsoleConfigFile.read(
                "version: 1\ngithub: [{token-env: NONE}]\n", folder.resolve("signalbox.yaml"), folder);
        try (Engine engine = Engine.start(Machine.here(), read.config(), List.of(), folders)) {
            for (BoardTexts texts : texts(engine)) {
                assertThat(texts.isThere()).isFalse();
                assertThat(texts.open().way()).isEqualTo(new Way.Look());
                assertThat(texts.save("", "version: 1\n")).isNotEmpty();
            }
        }
    }

    @Test
    void noTokenIsInWhatIsKeptOfIt() throws Exception {
        String head = commit(OLD);
        try (Engine engine = start("github")) {
            ActionRecord proposed = carryOut(engine, propose(head));
            assertThat(proposed.toString()).doesNotContain(SECRET, CI_SECRET);
        }
        try (Stream<Path> all = Files.walk(folder.resolve("console"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(SECRET.substring(6)) || bytes.contains(CI_SECRET.substring(3)))
                        .as(file.toString()).isFalse();
            }
        }
        assertThat(server.credentials()).isNotEmpty();
    }

    private Intent.ProposeTeamFile propose(String head) {
        return new Intent.ProposeTeamFile(
                place(), new TeamProposal(head, NEW, "List search", "It moved.", Machine.here().clock().instant()),
                List.of());
    }

    private TeamPlace place() {
        return new TeamPlace(server.address(), "main", "board.yaml");
    }

    private static ActionRecord carryOut(Engine engine, Intent intent) throws InterruptedException {
        DraftId id = engine.operator().prepare(intent);
        await(engine, state -> state.drafts().get(id) instanceof Draft.Ready
                || state.drafts().get(id) instanceof Draft.Refused);
        if (engine.store().current().drafts().get(id) instanceof Draft.Ready ready) {
            engine.operator().confirm(id);
            await(engine, state -> {
                ActionRecord action = state.actions().get(ready.plan().id());
                return action != null && action.phase().isEnd();
            });
            return Objects.requireNonNull(engine.store().current().actions().get(ready.plan().id()));
        }
        throw new AssertionError("refused: " + engine.store().current().drafts().get(id));
    }

    private static List<BoardTexts> texts(Engine engine) {
        return engine.boards().texts(() -> engine.store().current().team());
    }

    private String commit(String text) throws IOException {
        return repository.with("board.yaml", text).commit("Ann", "Describe the board");
    }

    /// Started, with the team's board in force.
    private Engine start(String kind, String... more) throws Exception {
        Map<String, String> environment = new HashMap<>(Machine.here().environment());
        environment.put("TEAM_TOKEN", SECRET);
        environment.put("CI_TOKEN", CI_SECRET);
        Folders folders = Folders.below(folder.resolve("console"));
        folders.make();
        String text = "version: 1\n" + kind + ":\n  - {name: work, url: '" + api.address() + "', token-env: CI_TOKEN}\n"
                + "team-file:\n  repository: " + server.address()
                + "\n  path: board.yaml\n  token-env: TEAM_TOKEN\n  account: work\n" + String.join("\n", more) + "\n";
        ConsoleConfigFile read = ConsoleConfigFile.read(text, folder.resolve("signalbox.yaml"), folder);
        assertThat(read.problems()).isEmpty();
        Engine engine = Engine.start(Machine.here().with(environment), read.config(), List.of(), folders);
        await(engine, state -> state.team().inForce() != null);
        return engine;
    }

    private static void await(Engine engine, Predicate<ConsoleState> wanted) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        try (Store.Subscription heard = engine.store().subscribe(state -> {
            if (wanted.test(state)) {
                there.countDown();
            }
        })) {
            assertThat(heard).isNotNull();
            assertThat(there.await(120, TimeUnit.SECONDS)).as("it came to pass").isTrue();
        }
    }
}
