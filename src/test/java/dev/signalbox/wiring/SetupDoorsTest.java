package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.ProposedService.Certainty;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.port.RepositoryChoices.Progress;
import dev.signalbox.port.Setup;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.BoardFileText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupDoorsTest {

    @TempDir
    private Path folder = Path.of("");

    private final Machine machine = Machine.here();
    private final Threads threads = new Threads();
    private final Setup setup = new SetupDoors(machine, threads, Map.of("PATH", "/nowhere"));

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void fromATokenAndAKubeconfigToAProposedBoard() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        try (Practice practice = Practice.start(machine, folders)) {
            Host host = new Host(Kind.GITHUB, practice.addresses().github().toString());
            List<RepositoryId> repositories = new ArrayList<>();
            try (Setup.AccountDoor door =
                    setup.account(new ConnectionId("work"), host,
                            new HiddenText(practice.addresses().token() + "\n"))) {
                TokenSheet sheet = door.check().check();
                assertThat(sheet.missing()).isEmpty();
                door.repositories().all(Progress.NONE).stream().map(RepositoryChoice::id).forEach(repositories::add);
            }
            ContextList contexts = setup.clusters().find(List.of(practice.addresses().kubeconfig()));
            assertThat(contexts.contexts()).hasSize(2).allMatch(ContextChoice::isUsable);
            List<Workload> workloads = new ArrayList<>();
            for (ContextChoice context : contexts.contexts()) {
                NamespaceList names = setup.clusters().namespaces(context, Set.of());
                assertThat(names).isInstanceOf(NamespaceList.Listed.class);
                workloads.addAll(setup.clusters().workloads(
                        new ConnectionId(context.name()), context, ((NamespaceList.Listed) names).names(), Set.of()));
            }

            BoardProposal proposal = BoardProposal.of(repositories, workloads, Map.of());

            assertThat(proposal.services()).anySatisfy(service -> {
                assertThat(service.service().name()).isEqualTo("checkout");
                assertThat(service.certainty()).isNotEqualTo(Certainty.ALONE);
                assertThat(service.service().targets()).hasSizeGreaterThanOrEqualTo(3);
            });
            assertThat(proposal.environments()).anyMatch(environment -> environment.production());
            BoardFile back = BoardFile.read(
                    BoardFileText.write(proposal.board()), "board.yaml", Optional.empty(),
                    Set.copyOf(contexts.contexts().stream().map(c -> new ConnectionId(c.name())).toList()));
            assertThat(back.problems()).isEmpty();
            assertThat(back.spec()).isEqualTo(proposal.board());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com, https://api.github.com", "GITLAB, https://gitlab.com, https://gitlab.com",
        "GITHUB, https://git.example.com, https://git.example.com"
    })
    void tellsWhatATokenIsBoundTo(Kind kind, String url, String origin) {
        assertThat(setup.origin(new Host(kind, url))).isEqualTo(origin);
    }

    @Test
    void refusesWhatIsNoAddressWithoutRepeatingIt() {
        Host wrong = new Host(Kind.GITHUB, "https://ada:canary@github.com");
        HiddenText token = new HiddenText("ghp_canary with blanks");

        assertThatIllegalArgumentException().isThrownBy(() -> setup.signIn(wrong))
                .withMessageNotContaining("canary");
        assertThatIllegalArgumentException().isThrownBy(
                () -> setup.account(new ConnectionId("x"), new Host(Kind.GITHUB, "https://github.com"),
                        new HiddenText("ghp_canary\u00e9")))
                .withMessageNotContaining("canary");
        assertThat(token.toString()).doesNotContain("canary");
    }

    @Test
    void aClusterIsNoAccount() {
        Host cluster = new Host(Kind.KUBERNETES, "https://example.com");

        assertThatIllegalArgumentException().isThrownBy(() -> setup.origin(cluster));
        assertThatIllegalArgumentException().isThrownBy(() -> setup.signIn(cluster));
        assertThat(setup.programs().of(cluster)).isEmpty();
    }

    @Test
    void programsAreLookedForOnThePathThatWasGiven() {
        assertThat(setup.programs().of(new Host(Kind.GITHUB, "https://github.com")))
                .hasValueSatisfying(program -> assertThat(program.installed()).isFalse());
    }
}
