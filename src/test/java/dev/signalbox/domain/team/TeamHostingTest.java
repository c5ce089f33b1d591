package dev.signalbox.domain.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamHostingTest {

    private static final List<TeamHosting.Host> HOSTS = List.of(
            host("github", "https://github.com"), host("own", "https://git.example.com:8443/"),
            host("below", "https://tools.example.com/gitlab"));

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/board.git, github, acme, board",
        "https://GitHub.com/acme/board, github, acme, board",
        "https://github.com/acme/board/, github, acme, board",
        "git@github.com:acme/board.git, github, acme, board",
        "git@github.com:/acme/board.git, github, acme, board",
        "ssh://git@github.com:22/acme/board.git, github, acme, board",
        "https://git.example.com:8443/ops/teams/board.git, own, ops/teams, board",
        "ssh://git@git.example.com:2222/ops/teams/board.git, own, ops/teams, board",
        "https://tools.example.com/gitlab/ops/board.git, below, ops, board",
        "git@tools.example.com:ops/board.git, below, ops, board",
    })
    void findsTheRepositoryAtItsHost(String address, String connection, String owner, String name) {
        assertThat(TeamHosting.repository(address, HOSTS, null))
                .contains(new RepositoryId(new ConnectionId(connection), owner, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://git.example.com/acme/board.git", "https://notgithub.com/acme/board.git", "https://github.com/board",
        "git@github.com.evil.example:acme/board.git", "https://github.com@evil.example/acme/board.git", "nonsense",
        "https://github.com.evil.example/acme/board.git", "git@github.com:board.git",
    })
    void findsNoneElsewhere(String address) {
        assertThat(TeamHosting.repository(address, HOSTS, null)).isEmpty();
    }

    @Test
    void takesTheAccountThatWasNamedWhateverItsHost() {
        ConnectionId own = new ConnectionId("own");
        assertThat(TeamHosting.repository("git@alias:acme/board.git", HOSTS, own))
                .contains(new RepositoryId(own, "acme", "board"));
        assertThat(TeamHosting.repository("git@github.com:acme/board.git", HOSTS, new ConnectionId("gone")))
                .isEmpty();
    }

    private static TeamHosting.Host host(String name, String address) {
        return new TeamHosting.Host(new ConnectionId(name), address);
    }
}
