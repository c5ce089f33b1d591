package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Both files of the user, line by line: presets, paths, and what one wrong line costs.
class ConfigLinesTest {

    private static final Path FILE = Path.of("/home/ada/team/signalbox.yaml");
    private static final Path HOME = Path.of("/home/ada");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");

    @Test
    void anAccountNeedsOnlyItsVariable() {
        ConsoleConfigFile file = config("version: 1\ngithub:\n  - token-env: T\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().accounts()).containsExactly(new ConsoleConfig.CiAccount(
                new ConnectionId("github"), Connection.Kind.GITHUB, "https://api.github.com", "T", List.of(), null,
                null));
        assertThat(file.config().board()).isNull();
    }

    @Test
    void aGitLabAccountNeedsOnlyItsVariable() {
        ConsoleConfigFile file = config("version: 1\ngitlab:\n  - token-env: T\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().accounts()).containsExactly(new ConsoleConfig.CiAccount(
                new ConnectionId("gitlab"), Connection.Kind.GITLAB, "https://gitlab.com", "T", List.of(), null, null));
    }

    @Test
    void readsAGitLabBelowAPathWithAnAuthorityOfItsOwn() {
        ConsoleConfigFile file = config("""
                version: 1
                github: [{token-env: A}]
                gitlab:
                  - name: inside
                    url: https://git.example.com/gitlab
                    token-env: B
                    groups: [acme/platform, acme/shop]
                    proxy: http://proxy:3128
                    ca-file: ca.pem
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().accounts()).extracting(ConsoleConfig.CiAccount::kind)
                .containsExactly(Connection.Kind.GITHUB, Connection.Kind.GITLAB);
        assertThat(file.config().accounts().getLast()).isEqualTo(new ConsoleConfig.CiAccount(
                new ConnectionId("inside"), Connection.Kind.GITLAB, "https://git.example.com/gitlab", "B",
                List.of("acme/platform", "acme/shop"), "http://proxy:3128", Path.of("/home/ada/team/ca.pem")));
    }

    @Test
    void saysWhatIsWrongWithAGitLabAccount() {
        assertThat(config("version: 1\ngitlab:\n  - {token-env: T, owners: [a]}\n").problems())
                .singleElement().asString().contains("owners").contains("groups");
        assertThat(config("version: 1\ngitlab:\n  - {token: glpat-x}\n").problems())
                .anyMatch(p -> p.contains("token-env: GITLAB_TOKEN"))
                .noneMatch(p -> p.contains("glpat-x"));
        assertThat(config("version: 1\ngithub: [{token-env: T, name: ci}]\ngitlab: [{token-env: U, name: ci}]\n")
                .problems()).singleElement().asString().contains("two connections are called \"ci\"");
    }

    @Test
    void aClustersContextIsItsNameUnlessAnotherIsGiven() {
        ConsoleConfigFile file = config("""
                version: 1
                clusters:
                  - {name: prod, namespaces: [a, b]}
                  - {name: stage, context: kind-stage, namespaces: x, allow-exec: ["sha256:1", "sha256:2"]}
                """);
        assertThat(file.config().clusters()).extracting(ConsoleConfig.ClusterContext::context)
                .containsExactly("prod", "kind-stage");
        assertThat(file.config().clusters().getFirst().kubeconfig()).isEmpty();
        assertThat(file.config().clusters().getLast().allowedCommands()).containsExactly("sha256:1", "sha256:2");
    }

    @ParameterizedTest
    @CsvSource({
        "~/.kube/prod,/home/ada/.kube/prod", "~,/home/ada", "kubeconfig,/home/ada/team/kubeconfig",
        "../other/k,/home/ada/other/k", "/etc/k,/etc/k", "~bob/k,/home/ada/team/~bob/k", "./a/./b,/home/ada/team/a/b"
    })
    void pathsStartWhereThePersonWhoWroteThemWouldThink(String written, String meant) {
        ConsoleConfigFile file = config(
                "version: 1\nclusters:\n  - {name: p, namespaces: [a], kubeconfig: \"" + written + "\"}\n");
        assertThat(file.config().clusters().getFirst().kubeconfig()).containsExactly(Path.of(meant));
    }

    @Test
    void oneWrongAccountDoesNotTakeTheOthersAlong() {
        ConsoleConfigFile file = config("""
                version: 1
                github:
                  - {name: a}
                  - {name: b, token-env: B}
                  - just text
                clusters:
                  - {namespaces: [x]}
                  - {name: prod, namespaces: [x]}
                """);
        assertThat(file.config().accounts()).extracting(a -> a.id().name()).containsExactly("b");
        assertThat(file.config().clusters()).extracting(c -> c.id().name()).containsExactly("prod");
        assertThat(file.problems()).hasSize(3).satisfiesExactly(
                p -> assertThat(p).contains("line 3", "token-env: GITHUB_TOKEN"),
                p -> assertThat(p).contains("line 5", "a GitHub account is"),
                p -> assertThat(p).contains("line 7", "name: prod-eu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "'1.0'", "latest"})
    void anotherVersionIsToldAndTheRestIsReadAllTheSame(String version) {
        ConsoleConfigFile file = config("version: " + version + "\ngithub:\n  - token-env: T\n");
        assertThat(file.problems()).singleElement().asString().contains("is not known to this console", "version: 1");
        assertThat(file.config().accounts()).hasSize(1);
    }

    @Test
    void aFileWithoutAVersionIsAskedForOne() {
        assertThat(config("github:\n  - token-env: T\n").problems())
                .singleElement().asString().contains("write \"version: 1\"");
    }

    @Test
    void namesAreOneKindForAccountsAndClusters() {
        ConsoleConfigFile file = config("""
                version: 1
                github: [{token-env: A}, {token-env: B}]
                """);
        assertThat(file.config().accounts()).hasSize(1);
        assertThat(file.problems()).singleElement().asString()
                .contains("two connections are called \"github\"; give each its own name");
    }

    @Test
    void whatIsNoYamlIsOneProblemWithItsPlace() {
        for (String broken : List.of("github: [", "a: b: c", "\tgithub:", "*a", "!!java.net.URL [x]")) {
            ConsoleConfigFile file = config(broken);
            assertThat(file.config().accounts()).as(broken).isEmpty();
            assertThat(file.problems()).as(broken).singleElement().asString().startsWith("signalbox.yaml: ");
        }
    }

    @Test
    void twoOfOneKeyAreNotSilentlyOne() {
        assertThat(config("version: 1\ngithub: [{token-env: A}]\ngithub: [{token-env: B}]\n").problems()).isNotEmpty();
    }

    @Test
    void anEnvironmentIsATextOrAMapping() {
        assertThat(board("environments: [a, {name: b, production: true}, {name: c}]\n").spec().environments())
                .containsExactly(
                        new EnvironmentSpec("a", false), new EnvironmentSpec("b", true),
                        new EnvironmentSpec("c", false));
        BoardFile wrong = board("environments: [[a], {production: true}, b]\n");
        assertThat(wrong.spec().environments()).containsExactly(new EnvironmentSpec("b", false));
        assertThat(wrong.problems()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"all,ALL", "targets,TARGETS", "nothing,NOTHING"})
    void discoversWhatIsWritten(String written, BoardSpec.Discover meant) {
        assertThat(board("discover: " + written + "\n").spec().discover()).isEqualTo(meant);
    }

    @Test
    void discoversEverythingWhereNothingOrNonsenseIsWritten() {
        assertThat(board("services: []\n").spec().discover()).isEqualTo(BoardSpec.Discover.ALL);
        BoardFile file = board("discover: some\n");
        assertThat(file.spec().discover()).isEqualTo(BoardSpec.Discover.ALL);
        assertThat(file.problems()).singleElement().asString().contains("write all, targets or nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "deployment/a,DEPLOYMENT", "deploy/a,DEPLOYMENT", "Deployment/a,DEPLOYMENT", "statefulset/a,STATEFUL_SET",
        "sts/a,STATEFUL_SET", "daemonset/a,DAEMON_SET", "ds/a,DAEMON_SET"
    })
    void knowsWorkloadsByTheirLongAndShortNames(String written, WorkloadKind kind) {
        TargetSpec target = target("workload: " + written);
        assertThat(target.workload().kind()).isEqualTo(kind);
        assertThat(target.workload().name()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/a", "deployment/", "cronjob/a", "pod/a", "deployment a"})
    void aWorkloadThatIsNoneIsToldAndLeftOut(String written) {
        BoardFile file = board(service("workload: " + written));
        assertThat(file.spec().services().getFirst().targets()).isEmpty();
        assertThat(file.problems()).singleElement().asString().contains("write deployment/NAME");
    }

    @Test
    void aTargetIsTheDeploymentOfTheServicesNameUnlessAnotherIsGiven() {
        assertThat(target("").workload().name()).isEqualTo("checkout");
        assertThat(target("").workload().kind()).isEqualTo(WorkloadKind.DEPLOYMENT);
    }

    @Test
    void aTargetWithoutAClusterOrNamespaceIsLeftOut() {
        BoardFile file = board("""
                environments: [production]
                services:
                  - name: checkout
                    targets:
                      production: [{namespace: shop}, {cluster: prod-eu}, {cluster: prod-eu, namespace: shop}]
                """);
        assertThat(file.spec().services().getFirst().targets()).hasSize(1);
        assertThat(file.problems()).hasSize(2)
                .anySatisfy(p -> assertThat(p).contains("cluster: prod-eu"))
                .anySatisfy(p -> assertThat(p).contains("namespace: production"));
    }

    @Test
    void targetsThatAreNoMappingSayHowToWriteThem() {
        BoardFile file = board("services:\n  - name: checkout\n    targets: [production]\n");
        assertThat(file.spec().services()).hasSize(1);
        assertThat(file.problems()).singleElement().asString().contains("targets of \"checkout\" are");
    }

    @ParameterizedTest
    @CsvSource({"acme/checkout,github,acme,checkout", "work:acme/checkout,work,acme,checkout",
        "gl:acme/a/b/web,gl,acme/a/b,web"})
    void aRepositoryNamesItsConnectionOrLeavesIt(String written, String connection, String owner, String name) {
        ServiceSpec service =
                board("services:\n  - {name: a, repository: \"" + written + "\"}\n").spec().services().getFirst();
        assertThat(Objects.requireNonNull(service.repository()))
                .isEqualTo(new RepositoryId(new ConnectionId(connection), owner, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout", "acme/", "/checkout", "acme//b", "https://github.com/acme/checkout", "work:"})
    void aRepositoryThatIsNoneIsToldAndTheServiceKept(String written) {
        BoardFile file = board("services:\n  - {name: a, repository: \"" + written + "\"}\n");
        assertThat(file.spec().services()).singleElement().satisfies(s -> assertThat(s.repository()).isNull());
        assertThat(file.problems()).singleElement().asString().contains("write owner/name");
    }

    @Test
    void aRepositoryWithoutAnyAccountIsTold() {
        BoardFile file = BoardFile.read(
                "version: 1\nservices:\n  - {name: a, repository: acme/a}\n", "b.yaml", Optional.empty(), Set.of());
        assertThat(file.problems()).singleElement().asString().contains("connection:owner/name");
    }

    @Test
    void aServiceStandsUnderServicesUnlessItHasAGroup() {
        assertThat(board("services: [{name: a}, {name: b, group: Shop}]\n").spec().services())
                .extracting(ServiceSpec::group).containsExactly("Services", "Shop");
    }

    @Test
    void anEmptyBoardIsTold() {
        assertThat(BoardFile.read("", "board.yaml", Optional.empty(), Set.of()).problems())
                .containsExactly("board.yaml: the file is empty; begin with \"version: 1\"");
        assertThat(BoardFile.read("- a\n", "board.yaml", Optional.empty(), Set.of()).spec())
                .isEqualTo(BoardSpec.EMPTY);
    }

    private static TargetSpec target(String more) {
        return board(service(more)).spec().services().getFirst().targets().getFirst();
    }

    private static String service(String more) {
        return """
                environments: [production]
                services:
                  - name: checkout
                    targets:
                      production: {cluster: prod-eu, namespace: shop%s}
                """.formatted(more.isEmpty() ? "" : ", " + more);
    }

    private static BoardFile board(String text) {
        return BoardFile.read(
                "version: 1\n" + text, "board.yaml", Optional.of(new ConnectionId("github")), Set.of(PROD));
    }

    private static ConsoleConfigFile config(String text) {
        return ConsoleConfigFile.read(text, FILE, HOME);
    }
}
