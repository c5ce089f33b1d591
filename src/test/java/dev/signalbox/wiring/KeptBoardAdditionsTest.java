package dev.signalbox.wiring;

import static dev.signalbox.wiring.SetUpConsole.FRESH;
import static dev.signalbox.wiring.SetUpConsole.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.SavedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is described on the board already, when one more cluster is added to it.
class KeptBoardAdditionsTest {

    private static final String FROZEN = """
            version: 1
            discover: targets
            environments:
              - name: production
                production: true
            freezes:
              - from: "0 16 * * 5"
                until: "0 8 * * 1"
                environments: [production]
            services:
              - name: checkout
                group: Shop
                repository: GitHub:acme/checkout
                targets:
                  production: {cluster: prod-eu, namespace: shop}
            """;

    private static final Chosen NOTHING = new Chosen(List.of(), List.of());

    private final Path folder;

    @AutoClose
    private final SetUpConsole console;

    KeptBoardAdditionsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        console = new SetUpConsole(folder.resolve("own"));
    }

    @Test
    void aClusterWithTheSameEnvironmentsIsAddedBesideTheFirst() throws Exception {
        console.addCluster("live-us", "production");

        assertThat(console.board().services()).singleElement().satisfies(service -> assertThat(service.targets())
                .extracting(t -> t.environment() + " in " + t.workload().cluster()).containsExactly(
                        "production in prod-eu", "production in prod-us", "live-us in prod-us"));
    }

    @Test
    void anotherTeamsServiceOfTheSameNameStandsBesideTheFirst() throws Exception {
        BoardSpec before = console.board();
        RepositoryId theirs = new RepositoryId(SetUpConsole.SECOND, "other", "checkout");

        for (int i = 0; i < 2; i++) {
            console.setup(console.config()).keep(NOTHING, proposal(theirs, "live-us"), NONE);
        }

        assertThat(console.board().services()).as("added twice, and joined with itself").hasSize(2)
                .startsWith(before.services().getFirst())
                .last().satisfies(service -> {
                    assertThat(service.name()).isEqualTo("other/checkout");
                    assertThat(service.repository()).isEqualTo(theirs);
                    assertThat(service.targets()).extracting(t -> t.environment()).containsExactly("live-us");
                });
    }

    @Test
    void theProposalKnowsTheNamesThatAreTaken() {
        RepositoryId theirs = new RepositoryId(SetUpConsole.SECOND, "other", "checkout");
        RepositoryId same = new RepositoryId(SetUpConsole.GITHUB, "acme", "checkout");

        KeptSetup setup = console.setup(console.config());

        assertThat(setup.beside(proposal(theirs, "live-us")).services()).extracting(s -> s.service().name())
                .containsExactly("other/checkout");
        assertThat(setup.beside(proposal(same, "live-us")).services()).extracting(s -> s.service().name())
                .containsExactly("checkout");
    }

    @Test
    void aServiceWhoseRepositoryIsFoundLaterKeepsIt() throws Exception {
        RepositoryId found = new RepositoryId(SetUpConsole.GITHUB, "acme", "checkout");
        Files.writeString(console.boardFile(), FROZEN.replace("    repository: GitHub:acme/checkout\n", ""));
        assertThat(console.board().services().getFirst().repository()).isNull();

        console.setup(console.config()).keep(NOTHING, proposal(found, "live-us"), NONE);

        assertThat(console.board().services()).singleElement().satisfies(service -> {
            assertThat(service.repository()).isEqualTo(found);
            assertThat(service.targets()).hasSize(2);
        });
    }

    @Test
    void aBoardOfSomebodyElseIsLeftAloneAndNotPromised() throws Exception {
        Path theirs = folder.resolve("team.yaml");
        Files.writeString(theirs, FROZEN);
        ConsoleConfig now = console.config();
        ConsoleConfig elsewhere = new ConsoleConfig(now.accounts(), now.clusters(), theirs);
        new SavedConfig(console.configuration()).write(elsewhere);
        String own = Files.readString(console.boardFile());

        KeptSetup setup = console.setup(elsewhere);
        setup.keep(
                new Chosen(List.of(), List.of(SetUpConsole.cluster(FRESH, "us"))),
                SetUpConsole.proposal(FRESH, "live-us"), NONE);

        assertThat(setup.places().board()).isNull();
        assertThat(setup.places().boardless()).contains(theirs.toString());
        assertThat(theirs).hasContent(FROZEN);
        assertThat(console.boardFile()).hasContent(own);
    }

    @Test
    void saysWhichFilesWouldBeReplaced() throws Exception {
        KeptSetup anew = console.setup(new ConsoleConfig(List.of(), List.of(), null));
        assertThat(anew.places().replaced()).containsExactlyInAnyOrder(console.boardFile(), console.configuration());
        assertThat(console.setup(console.config()).places().replaced()).as("they are added to").isEmpty();

        Files.delete(console.boardFile());

        assertThat(anew.places().replaced()).containsExactly(console.configuration());
        assertThat(anew.places().board()).isEqualTo(console.boardFile());
    }

    private static BoardProposal proposal(RepositoryId repository, String environment) {
        BoardProposal other = SetUpConsole.proposal(SetUpConsole.FRESH, environment);
        ProposedService service = other.services().getFirst();
        ServiceSpec s = service.service();
        return new BoardProposal(
                List.of(service.with(new ServiceSpec(
                        s.name(), s.group(), repository, null, null, s.targets(), false))),
                other.environments());
    }

    @Test
    void whatProtectsTheBoardProtectsItAfterwards() throws Exception {
        Files.writeString(console.boardFile(), FROZEN);
        BoardSpec before = console.board();
        assertThat(before.protection().freezes()).hasSize(1);

        console.addCluster("live-us");

        assertThat(console.board().protection()).isEqualTo(before.protection());
        assertThat(folder.resolve("own/board.yaml.1")).hasContent(FROZEN);
    }

    @Test
    void aBoardWithAMistakeInItIsNotReplacedByWhatCouldBeReadOfIt() throws Exception {
        for (String mistake : List.of(
                "services: [", "wrong: here\n" + FROZEN, FROZEN.replace("name: checkout", "nam: x"))) {
            Files.writeString(console.boardFile(), mistake);
            ConsoleConfig before = console.config();

            assertThatThrownBy(() -> console.addCluster("live-us")).as(mistake).isInstanceOf(SetupDesk.Trouble.class)
                    .hasMessageContaining("board.yaml");

            assertThat(console.boardFile()).hasContent(mistake);
            assertThat(console.config()).isEqualTo(before);
        }
    }

    @Test
    void aRepositoryWithoutAnAccountIsNotLostAndBelongsToTheFirstOneThatIsAdded() throws Exception {
        ConsoleConfig bare = console.config().with(List.of());
        new SavedConfig(console.configuration()).write(bare);
        String text = FROZEN.replace("GitHub:", "");
        Files.writeString(console.boardFile(), text);
        RepositoryId repository = new RepositoryId(SetUpConsole.GITHUB, "acme", "checkout");

        assertThatThrownBy(() -> console.setup(bare).keep(NOTHING, SetUpConsole.proposal(FRESH, "live-us"), NONE))
                .isInstanceOf(SetupDesk.Trouble.class).hasMessageContaining("no account is configured for it");
        assertThat(console.boardFile()).hasContent(text);

        console.setup(bare).keep(
                new Chosen(List.of(SetUpConsole.account(SetUpConsole.GITHUB, "ghp_first")), List.of()),
                proposal(repository, "live-us"), NONE);
        assertThat(console.board().services()).singleElement()
                .satisfies(service -> assertThat(service.repository()).isEqualTo(repository));
    }

    @Test
    void aBoardThatIsNoTextIsNotReplacedEither() throws Exception {
        byte[] odd = {(byte) 0xff, (byte) 0xfe, 0, 1};
        Files.write(console.boardFile(), odd);

        assertThatThrownBy(() -> console.addCluster("live-us")).isInstanceOf(SetupDesk.Trouble.class)
                .hasMessageContaining("The board cannot be read");

        assertThat(console.boardFile()).hasBinaryContent(odd);
    }

    @Test
    void aBoardThatIsGoneIsBegunAnew() throws Exception {
        Files.delete(console.boardFile());

        console.addCluster("live-us");

        assertThat(console.board().services()).singleElement()
                .satisfies(service -> assertThat(service.targets()).hasSize(1));
    }

    @Test
    void whereEverythingIsDiscoveredNoBoardIsMade() throws Exception {
        ConsoleConfig now = console.config();
        Files.delete(console.boardFile());
        ConsoleConfig discovering = new ConsoleConfig(now.accounts(), now.clusters(), null);
        new SavedConfig(console.configuration()).write(discovering);
        console.setup(discovering).keep(
                new Chosen(List.of(), List.of(SetUpConsole.cluster(FRESH, "us"))),
                SetUpConsole.proposal(FRESH, "live-us"), NONE);

        assertThat(console.boardFile()).doesNotExist();
        assertThat(console.config().board()).isNull();
        assertThat(console.setup(discovering).places().board()).isNull();
        assertThat(console.setup(discovering).places().boardless()).contains("names no board file");
        assertThat(console.setup(discovering.withTeam(new ConsoleConfig.TeamRepository(
                "git@git.example.com:acme/board.git", "main", "board.yaml", ConsoleConfig.TeamRepository.USUAL, null,
                null, null))).places().boardless()).contains("“Edit the team file” proposes a change of it.");
        assertThat(console.config().clusters()).hasSize(2);
    }

    @Test
    void whereATeamFileIsFollowedTheBoardThatStandsInIsNotReplaced() throws Exception {
        String before = Files.readString(console.boardFile());
        ConsoleConfig bare = ConsoleConfig.NOTHING.withTeam(new ConsoleConfig.TeamRepository(
                "git@git.example.com:acme/board.git", "main", "board.yaml", ConsoleConfig.TeamRepository.USUAL, null,
                null, null).beginningWith(console.boardFile()));
        new SavedConfig(console.configuration()).change(folder, now -> bare);
        console.setup(bare).keep(
                new Chosen(List.of(), List.of(SetUpConsole.cluster(FRESH, "us"))),
                SetUpConsole.proposal(FRESH, "live-us"), NONE);

        assertThat(console.boardFile()).hasContent(before);
        assertThat(console.config().board()).isNull();
    }

    @Test
    void namesThatDeceiveAreKeptAsTheyAreWritten() throws Exception {
        String context = "adm\u202ein@\"prod\": #\t'x'";
        ConsoleConfig now = console.config();
        console.setup(now).keep(
                new Chosen(List.of(), List.of(SetUpConsole.cluster(FRESH, context))),
                SetUpConsole.proposal(FRESH, "li\u202eve"), NONE);

        assertThat(console.config().clusters()).last().satisfies(c -> assertThat(c.context()).isEqualTo(context));
        assertThat(console.board().environments()).extracting(EnvironmentSpec::name).contains("li\u202eve");
        assertThat(Files.readString(console.boardFile())).as("what a person opens").doesNotContain("\u202e");
    }
}
