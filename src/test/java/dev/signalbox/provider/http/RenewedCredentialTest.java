package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A door whose credential is renewed.
class RenewedCredentialTest {

    private static final String OLD = "ghu_oldoldoldoldoldold0123";
    private static final String NEXT = "ghu_nextnextnextnext456789";

    private final StubServer server = StubServer.start();
    private final Tokens tokens = new Tokens();
    private final HttpDoor door =
            HttpDoor.open(Doors.to(server.address()).at(BaseUrl.parse(server.address()), Credential.renewed(tokens)));

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    /// Gives what a test says, and remembers what it was told.
    private static class Tokens implements Credential.Source {

        final Deque<String> next = new ArrayDeque<>();
        final List<String> refused = new ArrayList<>();
        String now = OLD;
        @Nullable
        RemoteProblem problem;

        @Override
        public String current() throws RemoteFailure {
            fail();
            return now;
        }

        @Override
        public String after(String token) throws RemoteFailure {
            refused.add(token);
            fail();
            if (!next.isEmpty()) {
                now = next.remove();
            }
            return now;
        }

        private void fail() throws RemoteFailure {
            if (problem != null) {
                throw new RemoteFailure(problem);
            }
        }

        @Override
        public List<String> secrets() {
            return List.of(OLD, NEXT);
        }
    }

    private void answers(RawAnswer... all) {
        for (RawAnswer answer : all) {
            server.on("GET", "/user").answer(answer);
        }
    }

    private static RawAnswer refusal() {
        return RawAnswer.json("{\"message\":\"Bad credentials\"}").status(401);
    }

    private List<String> sent() {
        return server.requests().stream().map((ReceivedRequest r) -> r.header("Authorization").orElse(""))
                .toList();
    }

    @Test
    void eachRequestCarriesTheTokenOfTheMoment() throws RemoteFailure {
        answers(RawAnswer.json("{}"), RawAnswer.json("{}"));

        door.get(Doors.read(door, "user"));
        tokens.now = NEXT;
        door.get(Doors.read(door, "user"));

        assertThat(sent()).containsExactly("Bearer " + OLD, "Bearer " + NEXT);
        assertThat(tokens.refused).isEmpty();
    }

    @Test
    void aReadThatIsRefusedIsAskedOnceMoreWithTheNextToken() throws RemoteFailure {
        answers(refusal(), RawAnswer.json("{\"login\":\"kim\"}"));
        tokens.next.add(NEXT);

        JsonAnswer answer = door.get(Doors.read(door, "user"));

        assertThat(answer.body().path("login").asText()).isEqualTo("kim");
        assertThat(sent()).containsExactly("Bearer " + OLD, "Bearer " + NEXT);
        assertThat(tokens.refused).containsExactly(OLD);
    }

    @Test
    void aSecondRefusalIsTheAnswer() {
        answers(refusal(), refusal());
        tokens.next.add(NEXT);

        assertThat(Doors.problem(() -> door.get(Doors.read(door, "user"))))
                .isInstanceOf(RemoteProblem.Unauthorized.class);
        assertThat(tokens.refused).containsExactly(OLD);
        server.verify();
    }

    @Test
    void whereThereIsNoOtherTokenNothingIsAskedTwice() {
        answers(refusal());

        assertThat(Doors.problem(() -> door.get(Doors.read(door, "user"))))
                .isInstanceOf(RemoteProblem.Unauthorized.class);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aSignInPageIsNoRefusalOfTheToken() {
        server.on("GET", "/user").answer(RawAnswer.page(401, "<html>Log in to the hotel</html>"));

        assertThat(Doors.problem(() -> door.get(Doors.read(door, "user"))))
                .isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(tokens.refused).isEmpty();
    }

    @Test
    void withoutATokenNothingIsSent() {
        tokens.problem = new RemoteProblem.SignInEnded("over");

        assertThat(Doors.problem(() -> door.get(Doors.read(door, "user")))).isEqualTo(tokens.problem);
        assertThat(Doors.notApplied(door.send(Doors.post(door, "{}")))).isEqualTo(tokens.problem);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRenewalThatDoesNotReachTheServerIsAProblemOfTheNetwork() {
        answers(refusal());
        RemoteProblem away = new RemoteProblem.Unreachable("gone", Sent.NOTHING);
        Tokens fails = new Tokens() {
            @Override
            public String after(String token) throws RemoteFailure {
                throw new RemoteFailure(away);
            }
        };
        try (HttpDoor other = HttpDoor.open(
                Doors.to(server.address()).at(BaseUrl.parse(server.address()), Credential.renewed(fails)))) {
            assertThat(Doors.problem(() -> other.get(Doors.read(other, "user")))).isEqualTo(away);
        }
    }

    @Test
    void aWriteIsNeverSentTwiceWhateverTheServerSaysOfTheToken() {
        server.on("POST", "/do").answer(refusal());
        tokens.next.add(NEXT);

        SendOutcome outcome = door.send(Doors.post(door, "{}"));

        assertThat(Doors.notApplied(outcome)).isInstanceOf(RemoteProblem.Unauthorized.class);
        assertThat(sent()).containsExactly("Bearer " + OLD);
    }

    @Test
    void keptAnswersHoldForTheNextTokenToo() throws RemoteFailure {
        answers(RawAnswer.json("{\"login\":\"kim\"}").with("ETag", "\"1\""),
                RawAnswer.of(304, "").with("ETag", "\"1\""));

        door.get(Doors.read(door, "user"));
        tokens.now = NEXT;
        JsonAnswer second = door.get(Doors.read(door, "user"));

        assertThat(second.body().path("login").asText()).isEqualTo("kim");
        assertThat(server.requests().getLast().header("If-None-Match")).contains("\"1\"");
    }

    @Test
    void noProblemRepeatsAPieceOfAnyOfThem() {
        answers(RawAnswer.json("{\"message\":\"not " + OLD.substring(0, 14) + " nor " + NEXT.substring(8) + "\"}")
                .status(403));

        RemoteProblem problem = Doors.problem(() -> door.get(Doors.read(door, "user")));

        assertThat(problem.detail()).doesNotContain("oldold").doesNotContain("nextne").contains("nor");
    }

    @Test
    void printsNothingAndTellsNothingByWhatStandsForIt() {
        assertThat(Credential.renewed(tokens)).hasToString("Credential(hidden)");
        assertThat(Credential.renewed(tokens).fingerprint())
                .isEqualTo(Credential.renewed(new Tokens()).fingerprint())
                .isNotEqualTo(Credential.none().fingerprint());
    }
}
