package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [SignIn] must do about tokens that end, beside the rest of it. Held to RFC 6749, 5.2 and 6.
public abstract class RenewalContract extends SignInContract {

    private static final String REFRESH =
            "ghr_1B4a2e77838347a7E420ce178F2E7c6912E169246c34E1ccbF66C46812d16D5B1A9Dc86A1498";

    private Grant grant(String answer) throws RemoteFailure {
        SignInAnswer.Granted granted = (SignInAnswer.Granted) polled(begun(), RawAnswer.json(answer));
        return Objects.requireNonNull(granted.grant());
    }

    private Grant pair() throws RemoteFailure {
        return grant("""
                {"access_token":"%s","expires_in":28800,"refresh_token":"%s","refresh_token_expires_in":15897600,
                 "token_type":"bearer"}""".formatted(TOKEN, REFRESH));
    }

    private RemoteProblem notRenewed(Grant old) {
        return Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, () -> signIn().renew(old))).problem();
    }

    @Test
    void aTokenThatCanBeRenewedComesWithAllThatIsNeededForIt() throws RemoteFailure {
        Grant grant = pair();

        assertThat(grant.token().reveal()).isEqualTo(TOKEN);
        assertThat(grant.endsAt()).isEqualTo(NOW.plusSeconds(28_800));
        assertThat(grant.refresh().reveal()).isEqualTo(REFRESH);
        assertThat(grant.refreshEndsAt()).isEqualTo(NOW.plusSeconds(15_897_600));
        assertThat(grant.clientId()).isEqualTo("client-1");
        assertThat(grant.at()).isEqualTo(URI.create(server.address() + place().tokens()));
        assertThat(grant.toString()).doesNotContain(TOKEN).doesNotContain(REFRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"\"", "\"two words\"", "{}", "\"a\\nb\""})
    void somethingOddRenewsNothing(String refresh) throws RemoteFailure {
        SignInAnswer.Granted granted = (SignInAnswer.Granted) polled(begun(), RawAnswer.json(
                "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":7200,\"refresh_token\":" + refresh + "}"));

        assertThat(granted.grant()).isNull();
        assertThat(granted.token().reveal()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"7200\"", "-1", "0", "7.5", "[]"})
    void anEndThatMakesNoSenseIsNotKnown(String end) throws RemoteFailure {
        Grant grant = grant("""
                {"access_token":"%s","refresh_token":"%s","expires_in":%s,"refresh_token_expires_in":%s}"""
                .formatted(TOKEN, REFRESH, end, end));

        assertThat(grant.endsAt()).isNull();
        assertThat(grant.refreshEndsAt()).isNull();
    }

    @Test
    void asksForTheNextPairAsTheStandardWantsIt() throws RemoteFailure {
        Grant old = pair();
        server.on("POST", place().tokens()).answer(RawAnswer.json(
                "{\"access_token\":\"next-1\",\"expires_in\":7200,\"refresh_token\":\"next-2\"}"));
        now = NOW.plusSeconds(100);

        Grant next = signIn().renew(old);

        assertThat(last().text()).isEqualTo("client_id=client-1&grant_type=refresh_token&refresh_token=" + REFRESH);
        assertThat(last().target()).doesNotContain(REFRESH);
        assertThat(last().headers("Authorization")).isEmpty();
        assertThat(next.token().reveal()).isEqualTo("next-1");
        assertThat(next.refresh().reveal()).isEqualTo("next-2");
        assertThat(next.endsAt()).isEqualTo(NOW.plusSeconds(7300));
        assertThat(next.clientId()).isEqualTo("client-1");
        assertThat(next.at()).isEqualTo(old.at());
        server.verify();
    }

    @Test
    void whatTheServerDoesNotReplaceStays() throws RemoteFailure {
        Grant old = pair();
        server.on("POST", place().tokens()).answer(RawAnswer.json("{\"access_token\":\"next-1\"}"));

        Grant next = signIn().renew(old);

        assertThat(next.refresh()).isEqualTo(old.refresh());
        assertThat(next.refreshEndsAt()).isEqualTo(old.refreshEndsAt());
        assertThat(next.endsAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "invalid_grant", "bad_refresh_token", "invalid_client", "incorrect_client_credentials", "unauthorized_client",
        "unsupported_grant_type"
    })
    void aRefusalForGoodIsTheEndOfTheSignIn(String word) throws RemoteFailure {
        Grant old = pair();
        for (int status : new int[] {200, 400, 401}) {
            server.on("POST", place().tokens()).answer(error(status, word));
            RemoteProblem problem = notRenewed(old);
            assertThat(problem).isInstanceOf(RemoteProblem.SignInEnded.class);
            assertThat(problem.detail()).contains(place().product());
        }
    }

    @Test
    void aWordOfARefusalIsNotRepeatedSinceTheServerWasJustToldASecret() throws RemoteFailure {
        Grant old = pair();
        server.on("POST", place().tokens()).answer(error(400, REFRESH));

        RemoteProblem problem = notRenewed(old);

        assertThat(problem).isInstanceOf(RemoteProblem.Rejected.class);
        assertThat(problem.detail()).doesNotContain(REFRESH.substring(0, 12));
    }

    @ParameterizedTest
    @CsvSource({"502, ServerFault", "429, RateLimited", "302, Rejected", "200, Unreadable"})
    void aServerInTroubleDoesNotEndASignIn(int status, String kind) throws RemoteFailure {
        Grant old = pair();
        server.on("POST", place().tokens()).answer(RawAnswer.page(status, "<html>Please sign in</html>")
                .with("Location", "https://evil.example/").with("Retry-After", "60"));
        int before = server.requests().size();

        assertThat(notRenewed(old).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(server.requests()).as("asked once, and nowhere else").hasSize(before + 1);
    }

    @Test
    void whatRenewsATokenIsToldToNobodyElse() throws RemoteFailure {
        Grant old = pair();
        Grant moved = new Grant(
                old.token(), old.endsAt(), old.refresh(), old.refreshEndsAt(), old.clientId(),
                URI.create("https://evil.example/oauth/token"));
        int before = server.requests().size();

        assertThat(notRenewed(moved)).isInstanceOf(RemoteProblem.SignInEnded.class);
        assertThat(server.requests()).hasSize(before);
    }
}
