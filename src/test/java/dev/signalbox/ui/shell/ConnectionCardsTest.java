package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.ui.shell.ConnectionCard.Fact;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCardsTest {

    @Test
    void tellsAllThatIsKnownOfAnAccount() {
        ConnectionCard card = ConnectionCards.of(
                connection(Kind.GITHUB).live(NOW.minusSeconds(3))
                        .as(new Account("release-mgr", Set.of(), null))
                        .within(new ApiBudget(5_000, 4_812, NOW.plusSeconds(1_800), NOW)),
                NOW);
        assertThat(card.name()).isEqualTo("one");
        assertThat(card.standing()).isEqualTo("live");
        assertThat(card.tone()).isEqualTo(Tone.OK);
        assertThat(card.facts()).containsExactly(
                new Fact("Address", "https://one.example"), new Fact("Acting as", "release-mgr"),
                new Fact("Last answer", "3 s ago"),
                new Fact("Requests left", "4\u202f812 of 5\u202f000, full again in 30 m"));
        assertThat(card.problem()).isEmpty();
        assertThat(card.advice()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        ConnectionCard card = ConnectionCards.of(connection(Kind.KUBERNETES), NOW);
        assertThat(card.standing()).isEqualTo("connecting");
        assertThat(card.facts()).containsExactly(
                new Fact("Server", "https://one.example"), new Fact("Last answer", "never"));
    }

    @Test
    void saysThatAnAddressIsNotKnown() {
        Connection nowhere = Connection.fresh(new ConnectionId("one"), Kind.KUBERNETES, "");
        assertThat(ConnectionCards.of(nowhere, NOW).facts()).contains(new Fact("Server", "not known"));
    }

    @Test
    void saysWhenItIsAskedAgain() {
        Connection waiting = connection(Kind.KUBERNETES).live(NOW.minusSeconds(70)).troubled(cut(), NOW.plusSeconds(8));
        ConnectionCard card = ConnectionCards.of(waiting, NOW);
        assertThat(card.facts()).contains(new Fact("Last answer", "1 m ago"), new Fact("Asked again", "in 8 s"));
        assertThat(ConnectionCards.of(waiting, NOW.plusSeconds(9)).facts()).contains(new Fact("Asked again", "now"));
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized,BAD,It refused our credential: said.,valid token",
        "unreachable,WARN,It cannot be reached: said.,Check the network",
        "limited,WARN,The request limit is used up; requests go on in 1 m: said.,Nothing to do",
        "fault,WARN,The server failed (502): said.,tried again by itself",
        "elsewhere,WARN,It refused the request (302): said.,sign-in page",
        "unreadable,WARN,Its answer could not be understood: said.,sign-in page"
    })
    void saysWhatIsWrongAndWhatToDo(String kind, Tone tone, String problem, String advice) {
        RemoteProblem why = switch (kind) {
            case "unauthorized" -> new RemoteProblem.Unauthorized("said");
            case "unreachable" -> new RemoteProblem.Unreachable("said", RemoteProblem.Sent.NOTHING);
            case "limited" -> new RemoteProblem.RateLimited("said", NOW.plusSeconds(60));
            case "fault" -> new RemoteProblem.ServerFault("said", 502);
            case "elsewhere" -> new RemoteProblem.Rejected("said", 302);
            default -> new RemoteProblem.Unreadable("said");
        };
        ConnectionCard card = ConnectionCards.of(connection(Kind.GITHUB).live(NOW).troubled(why, null), NOW);
        assertThat(card.tone()).isEqualTo(tone);
        assertThat(card.problem()).isEqualTo(problem);
        assertThat(card.advice()).contains(advice);
        assertThat(ConnectionCards.words(card)).contains(problem).contains(card.advice());
    }

    @Test
    void whatComesFromOutsideIsMadeHarmlessAndShort() {
        String evil = "x\u202e\n\u0007" + "y".repeat(2_000);
        Connection odd = Connection.fresh(new ConnectionId(evil), Kind.GITHUB, evil)
                .as(new Account(evil, Set.of(), null)).troubled(new RemoteProblem.ServerFault(evil, 500), null);
        String words = ConnectionCards.words(ConnectionCards.of(odd, NOW));
        assertThat(words).doesNotContain("\u202e").doesNotContain("\u0007").hasSizeLessThan(2_000);
        assertThat(words.lines()).hasSize(6);
    }

    @Test
    void saysWhatIsOddAboutTheWayThereThoughAllIsWell() {
        Connection odd = connection(Kind.KUBERNETES).live(NOW).remarked(List.of("Not\u202e checked."));
        ConnectionCard card = ConnectionCards.of(odd, NOW);
        assertThat(card.problem()).isEmpty();
        assertThat(card.remarks()).singleElement().asString().startsWith("Not").doesNotContain("\u202e");
        assertThat(ConnectionCards.words(card)).endsWith("\n" + card.remarks().getFirst());
    }

    @Test
    void readsAloudLineByLine() {
        assertThat(ConnectionCards.words(ConnectionCards.of(connection(Kind.KUBERNETES).live(NOW), NOW)))
                .isEqualTo("one: watch\nServer https://one.example\nLast answer just now");
    }

    private static Connection connection(Kind kind) {
        return Connection.fresh(new ConnectionId("one"), kind, "https://one.example");
    }

    private static RemoteProblem cut() {
        return new RemoteProblem.Unreachable("reset", RemoteProblem.Sent.NOTHING);
    }
}
