package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriedTeamFileTest {

    private static final Path AUTHORITY = Path.of("company.pem");

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https://github.com/acme/board.git, true",
        "https://api.acme.ghe.com, https://acme.ghe.com/acme/board.git, true",
        "https://git.example.com/api/v3, https://git.example.com/acme/board.git, true",
        "https://api.github.com, https://gitlab.com/acme/board.git, false"})
    void aHostIsReachedAsItsAccountIsAndWithoutItsToken(String api, String repository, boolean same) {
        ConsoleConfig config = new ConsoleConfig(List.of(new CiAccount(
                new ConnectionId("work"), Connection.Kind.GITHUB, api, new TokenSource.Vault(), List.of(),
                "http://proxy.example.com:3128", AUTHORITY)), List.of(), null);

        ConsoleConfig.TeamRepository team = TriedTeamFile.repository(
                config, new Wanted(repository, "main", "board.yaml", new HiddenText(""), OwnBoard.ON_TOP));

        assertThat(team.proxy()).isEqualTo(same ? "http://proxy.example.com:3128" : null);
        assertThat(team.authority()).isEqualTo(same ? AUTHORITY : null);
        assertThat(team.token()).isNull();
    }
}
