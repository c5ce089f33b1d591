package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamFileFieldsTest {

    @Test
    void readsEveryKey() {
        ConsoleConfigFile file = config("""
                  repository: https://git.example.com/acme/board.git
                  branch: teams/release
                  path: ops/board.yaml
                  every: 5 minutes
                  token: vault
                  proxy: http://proxy.example.com:3128
                  ca-file: company-ca.pem
                  account: corporate
                  author: Ann Archer <ann@example.com>
                  begin-with: ~/board.yaml
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.config().team()).isEqualTo(new TeamRepository(
                "https://git.example.com/acme/board.git", "teams/release", "ops/board.yaml", Duration.ofMinutes(5),
                new TokenSource.Vault(), "http://proxy.example.com:3128", Path.of("/home/ada/company-ca.pem"),
                "corporate", "Ann Archer <ann@example.com>", Path.of("/home/ada/board.yaml")));
    }

    @Test
    void needsOnlyARepositoryAndAPath() {
        TeamRepository team = team("""
                  repository: https://git.example.com/acme/board.git
                  path: board.yaml
                """);
        assertThat(team.branch()).isEqualTo("main");
        assertThat(team.every()).isEqualTo(Duration.ofMinutes(2));
        assertThat(team.token()).as("everybody may read it").isNull();
    }

    @Test
    void takesAnSshAddressInBothForms() {
        for (String address : List.of("git@git.example.com:acme/b.git", "ssh://git@git.example.com:2222/acme/b.git")) {
            assertThat(team("  repository: " + address + "\n  path: b.yaml\n").repository()).isEqualTo(address);
        }
    }

    @Test
    void isNotThereUnlessItIsWritten() {
        assertThat(ConsoleConfigFile.read("version: 1\ngithub: [{token-env: T}]\n", Path.of("/x/c.yaml"),
                Path.of("/x")).config().team()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "path: b.yaml | has no \"repository\"",
        "repository: https://git.example.com/b.git | has no \"path\"",
        "{repository: git@git.example.com:acme/b.git, path: b.yaml, token: vault} | a token is not used with ssh",
        "{repository: ssh://git:hunter2@git.example.com/b.git, path: b.yaml} | must be like git@git.example.com",
        "{repository: git@-oProxyCommand=x:b.git, path: b.yaml} | must be like git@git.example.com",
        "{repository: http://git.example.com/b.git, path: b.yaml} | must begin with https://",
        "{repository: file:///srv/b.git, path: b.yaml} | \"repository\" is not understood",
        "{repository: https://git.example.com/b.git, path: ../b.yaml} | \"path\" is not understood; write plain words",
        "{repository: https://git.example.com/b.git, path: b.yaml, branch: -x} | \"branch\" is not understood",
        "{repository: https://git.example.com/b.git, path: b.yaml, every: 5 seconds} | at least 30 seconds",
        "{repository: https://git.example.com/b.git, path: b.yaml, every: often} | \"every: 2 minutes\"",
        "{repository: https://git.example.com/b.git, path: b.yaml, author: Ann} | write for example \"author: Ann Archer",
        "{repository: https://git.example.com/b.git, path: b.yaml, author: 'A <a b@c>'} | write for example \"author: Ann",
        "{repository: https://git.example.com/b.git, path: b.yaml, brnach: x} | did you mean \"branch\"?",
        "{repository: https://g.example.com/b.git, path: b.yaml, proxy: 'http://u:p@proxy:1'} | \"proxy\" must not hold",
        "{repository: https://g.example.com/b.git, path: b.yaml, proxy: 'ftp://proxy:1'} | \"proxy\" is not understood",
        "{repository: https://g.example.com/b.git, path: b.yaml, proxy: 'proxy:3128'} | \"proxy: http://proxy.example"
    })
    void saysWhatIsWrongWithItsLine(String yaml, String words) {
        ConsoleConfigFile file = yaml.startsWith("{")
                ? inline(yaml)
                : config("  " + yaml + "\n");
        assertThat(file.problems()).singleElement().asString().startsWith("signalbox.yaml, line ").contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://user:hunter2secret@git.example.com/b.git", "https://git.example.com/b.git?token=hunter2secret"
    })
    void neverRepeatsAnAddressThatMayHoldAPassword(String address) {
        ConsoleConfigFile file = inline("{repository: \"" + address + "\", path: b.yaml}");
        assertThat(file.problems()).singleElement().asString().doesNotContain("hunter2");
        assertThat(file.config().team()).isNull();
    }

    @Test
    void aTokenInTheFileIsRefusedWithoutBeingRepeated() {
        ConsoleConfigFile file =
                inline("{repository: https://git.example.com/b.git, path: b.yaml, token: glpat-abcdef}");
        assertThat(file.problems()).singleElement().asString().contains("TEAM_TOKEN").doesNotContain("glpat");
        assertThat(file.config().team()).as("it is not read without the token that was meant").isNull();
    }

    @Test
    void noConnectionMayHaveTheNameOfItsToken() {
        ConsoleConfigFile file = ConsoleConfigFile.read(
                "version: 1\ngithub: [{name: team-file, token-env: T}, {token-env: U}]\n", Path.of("/x/signalbox.yaml"),
                Path.of("/x"));
        assertThat(file.problems()).singleElement().asString().contains("\"team-file\"");
        assertThat(file.config().accounts()).hasSize(1);
    }

    @Test
    void aBoardCanForbid() {
        BoardFile file = board("""
                version: 1
                environments: [{name: production, production: true}]
                freezes:
                  - {from: "0 16 * * 5", until: "0 8 * * 1", zone: Europe/Berlin, environments: [production]}
                  - {from: "0 0 24 12 *", until: "0 0 27 12 *"}
                read-only: [prod-eu]
                hosts:
                  work: https://github.example.com
                """);
        assertThat(file.problems()).isEmpty();
        Protection protection = file.spec().protection();
        assertThat(protection.freezes()).containsExactly(
                new Freeze(1, "0 16 * * 5", "0 8 * * 1", "Europe/Berlin", List.of("production")),
                new Freeze(2, "0 0 24 12 *", "0 0 27 12 *", "UTC", List.of()));
        assertThat(protection.readOnly()).containsExactly("prod-eu");
        assertThat(protection.hosts()).containsEntry("work", "https://github.example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "freezes: [{from: now, until: later}] | the times of a freeze are not understood",
        "freezes: [{from: 0 16 * * 5}] | a freeze has no \"until\"",
        "freezes: [{from: 0 16 * * 5, until: 0 8 * * 1, zone: Nowhere/Land}] | the times of a freeze",
        "freezes: soon | write a list",
        "hosts: [a] | write a connection's name and its address",
        "hosts: {work: http://github.example.com} | the address of a host is not understood",
        "hosts: {work: https://me@github.example.com} | must not hold a user name"
    })
    void saysWhatIsWrongWithAProhibition(String yaml, String words) {
        assertThat(board("version: 1\n" + yaml + "\n").problems()).singleElement().asString()
                .startsWith("board.yaml, line 2: ").contains(words);
    }

    @Test
    void aHostileNumberOfServicesOrFreezesIsCutAndTold() {
        String services = IntStream.range(0, 10_000).mapToObj(i -> "  - name: s" + i)
                .collect(Collectors.joining("\n", "version: 1\nservices:\n", "\n"));
        BoardFile many = board(services);
        assertThat(many.problems()).singleElement().asString()
                .isEqualTo("board.yaml, line 5003: there are more than 5000 services; split the board");
        assertThat(many.spec().services()).hasSize(5_000);
        String freezes = IntStream.range(0, 300).mapToObj(i -> "  - {from: \"0 1 1 1 *\", until: \"0 2 1 1 *\"}")
                .collect(Collectors.joining("\n", "version: 1\nfreezes:\n", "\n"));
        assertThat(board(freezes).problems()).singleElement().asString().contains("more than 200 freezes");
    }

    @Test
    void aClusterThatOnlyThisMachineLacksIsNoFaultOfTheFile() {
        BoardFile file = BoardFile.read("""
                version: 1
                environments: [staging]
                services:
                  - name: a
                    targets: {staging: {cluster: nowhere, namespace: x}}
                  - nmae: b
                """, "board.yaml", Optional.empty(), Set.of());
        assertThat(file.problems()).hasSize(3);
        assertThat(file.strangers()).singleElement().asString().contains("\"nowhere\" is not configured");
        assertThat(file.faults()).hasSize(2).noneMatch(f -> f.contains("nowhere"));
        assertThat(file.losses()).as("the board has the place").isEqualTo(file.faults());
    }

    private static BoardFile board(String text) {
        return BoardFile.read(text, "board.yaml", Optional.of(new ConnectionId("work")),
                Set.of(new ConnectionId("prod-eu")));
    }

    private static TeamRepository team(String keys) {
        ConsoleConfigFile file = config(keys);
        assertThat(file.problems()).isEmpty();
        return Objects.requireNonNull(file.config().team());
    }

    private static ConsoleConfigFile inline(String mapping) {
        return read("team-file: " + mapping + "\n");
    }

    private static ConsoleConfigFile config(String keys) {
        return read("team-file:\n" + keys);
    }

    private static ConsoleConfigFile read(String text) {
        return ConsoleConfigFile.read(
                "version: 1\ngithub: [{token-env: T}]\n" + text, Path.of("/home/ada/signalbox.yaml"),
                Path.of("/home/ada"));
    }
}
