package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleConfigFileTest {

    private static final Path FILE = Path.of("/home/ada/team/signalbox.yaml");
    private static final Path HOME = Path.of("/home/ada");

    private static final String ACCOUNT = "version: 1\ngithub: [{token-env: A}]\n";

    private static ConsoleConfigFile read(String text) {
        return ConsoleConfigFile.read(text, FILE, HOME);
    }

    @Test
    void readsAccountsClustersAndTheBoardsPlace() {
        ConsoleConfigFile file = read("""
                version: 1
                github:
                  - name: work
                    url: https://github.example.com/api/v3
                    token-env: WORK_TOKEN
                    owners: [acme, umbrella]
                clusters:
                  - name: prod-eu
                    kubeconfig: ~/.kube/prod
                    namespaces: production
                board: board.yaml
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.config().accounts())
                .containsExactly(new ConsoleConfig.CiAccount(
                        new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.example.com/api/v3",
                        "WORK_TOKEN",
                        List.of("acme", "umbrella"), null, null));
        assertThat(file.config().clusters())
                .containsExactly(new ConsoleConfig.ClusterContext(
                        new ConnectionId("prod-eu"), List.of(Path.of("/home/ada/.kube/prod")), "prod-eu",
                        List.of("production"), List.of()));
        assertThat(file.config().board()).isEqualTo(Path.of("/home/ada/team/board.yaml"));
    }

    @Test
    void readsWhichRepositoriesAloneAreRead() {
        ConsoleConfigFile file = read("""
                version: 1
                github: [{token-env: T, repositories: [acme/checkout, web]}]
                gitlab: [{token-env: T, repositories: acme/platform/auth}]
                """);

        assertThat(file.config().accounts()).extracting(ConsoleConfig.CiAccount::repositories)
                .containsExactly(List.of("acme/checkout"), List.of("acme/platform/auth"));
        assertThat(file.problems()).singleElement().asString()
                .contains("line 2").contains("\"repositories\" names \"web\"; write owner and name");
    }

    @Test
    void readsWhichFilesAreTestReports() {
        ConsoleConfigFile file = read("""
                version: 1
                github: [{token-env: T}]
                reports:
                  files: ["out/**/*.xml", results.xml]
                  most-megabytes: 200
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().reports())
                .isEqualTo(new ReportRules(List.of("out/**/*.xml", "results.xml"), 200L << 20));
    }

    @Test
    void takesTheUsualReportsWhereNothingElseIsSaid() {
        assertThat(read("version: 1\ngithub: [{token-env: T}]\n").config().reports()).isEqualTo(ReportRules.USUAL);
        assertThat(read("version: 1\ngithub: [{token-env: T}]\nreports: {most-megabytes: 1}\n").config().reports())
                .isEqualTo(new ReportRules(ReportRules.USUAL.files(), 1L << 20));
    }

    @Test
    void saysWhatIsWrongWithTheReports() {
        ConsoleConfigFile file =
                read("version: 1\ngithub: [{token-env: T}]\nreports: {most-megabytes: lots, fils: x}\n");
        assertThat(file.problems())
                .anySatisfy(p -> assertThat(p).contains("lots").contains("up to 9999"))
                .anySatisfy(p -> assertThat(p).contains("fils").contains("files"));
        assertThat(file.config().reports()).isEqualTo(ReportRules.USUAL);
    }

    @Test
    void refusesATokenInTheFileWithoutRepeatingIt() {
        assertThat(read("version: 1\ngithub:\n  - {token: ghp_canary, token-env: X}\n").problems())
                .singleElement().asString().contains("environment variable").doesNotContain("canary");
    }

    @Test
    void wantsNamespacesSinceNotEveryoneMayListThem() {
        assertThat(read("version: 1\nclusters:\n  - {name: prod}\n").problems())
                .anySatisfy(p -> assertThat(p).contains("namespaces: [production]"));
    }

    @Test
    void refusesTwoConnectionsOfOneName() {
        assertThat(read("""
                version: 1
                github: [{name: x, token-env: A}]
                clusters: [{name: x, namespaces: [a]}]
                """).problems()).singleElement().asString().contains("\"x\"");
    }

    @Test
    void aFileThatConnectsToNothingIsAProblem() {
        assertThat(read("version: 1\n").problems()).singleElement().asString().contains("github:");
        assertThat(read("").problems()).singleElement().asString().contains("empty");
    }

    @Test
    void readsWhatIsToBeKeptOnThisMachine() {
        ConsoleConfigFile file = read(ACCOUNT + "memory: {runs: 30 days, backfill: 0 days, logs: 250 MB}\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().memory())
                .isEqualTo(new ConsoleConfig.Memory(Duration.ofDays(30), Duration.ZERO, 250_000_000));
        assertThat(read(ACCOUNT + "memory: {logs: 2gb}\n").config().memory())
                .isEqualTo(new ConsoleConfig.Memory(Duration.ofDays(400), Duration.ofDays(90), 2_000_000_000));
        assertThat(read(ACCOUNT).config().memory()).isEqualTo(ConsoleConfig.Memory.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "runs: 0 days, 400 days", "runs: forever, 400 days", "backfill: -1 days, 90 days", "logs: 5 TB, 1 GB",
        "logs: 1.5 GB, 1 GB"
    })
    void complainsAboutAMemoryThatMakesNoSenseAndKeepsTheUsual(String line, String example) {
        ConsoleConfigFile file = read(ACCOUNT + "memory: {" + line + "}\n");
        assertThat(file.problems()).singleElement().asString()
                .contains(line.substring(0, line.indexOf(':'))).contains(example);
        assertThat(file.config().memory()).isEqualTo(ConsoleConfig.Memory.USUAL);
        assertThat(read(ACCOUNT + "memory: {log: 1 GB}\n").problems())
                .singleElement().asString().contains("did you mean \"logs\"?");
    }

    @Test
    void productionIsLookedAtUntilActionsAreSwitchedOn() {
        ConsoleConfigFile file = read("""
                version: 1
                clusters:
                  - {name: a, namespaces: x}
                  - {name: b, namespaces: x, production: true}
                  - {name: c, namespaces: x, production: true, act: true}
                  - {name: d, namespaces: x, production: false}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.config().clusters()).extracting(ConsoleConfig.ClusterContext::mark).containsExactly(
                ClusterMark.ORDINARY, ClusterMark.PRODUCTION_READ_ONLY, ClusterMark.PRODUCTION_ACTING,
                ClusterMark.ORDINARY);
    }

    @Test
    void aProductionThatIsMisreadIsLookedAtOnly() {
        ConsoleConfigFile file = read("version: 1\nclusters: [{name: a, namespaces: x, production: yes}]\n");

        assertThat(file.config().clusters()).extracting(ConsoleConfig.ClusterContext::mark)
                .containsExactly(ClusterMark.PRODUCTION_READ_ONLY);
        assertThat(file.problems()).singleElement().asString()
                .endsWith("\"production\" is \"yes\"; write true or false");
    }

    @Test
    void saysThatActIsForProductionOnly() {
        assertThat(read("version: 1\nclusters: [{name: a, namespaces: x, act: false}]\n").problems())
                .singleElement().asString().contains("\"act\" is for clusters with \"production: true\"");
    }

    @Test
    void addressesHoldNoPasswordSinceScreensShowThem() {
        String secret = "QzXvWkJqYpZw";
        for (String line : List.of(
                "url: \"https://robot:" + secret + "@git.example.com\"",
                "url: https://git.example.com/?private_token=" + secret,
                "url: \"https://git.example.com/#" + secret + "\"", "proxy: \"http://robot:" + secret + "@proxy:3128\"",
                "proxy: \"robot:" + secret + "@proxy:3128\"", "proxy: \"//" + secret + "@proxy\"")) {
            ConsoleConfigFile read = read("version: 1\ngithub:\n  - name: work\n    token-env: A\n    " + line
                    + "\n  - {name: home, token-env: B}\n");
            assertThat(read.problems()).as(line).singleElement().asString().contains("line 5")
                    .contains("\"" + line.substring(0, line.indexOf(':')) + "\" must not hold");
            assertThat(read.config().accounts()).extracting(a -> a.id().name()).containsExactly("home");
            assertThat(read.toString()).doesNotContain(secret);
        }
        assertThat(read("version: 1\ngitlab:\n  - {name: a, token-env: A, url: \"https://git.example.com:8443/git\","
                + " proxy: \"http://proxy.example.com:3128/\"}\n").problems()).isEmpty();
    }
}
