package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ChangeProposal;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [ChangeProposals] must do, and how it is sent. The stored descriptions of the providers' interfaces leave these
/// operations out, so that a provider's test states the very requests, as its public documentation describes them.
public abstract class ChangeProposalsContract {

    protected static final String BRANCH = "signalbox/board-0a1b2c3d";

    @SuppressWarnings("NullAway.Init") // made before each test
    private StubServer server;

    @SuppressWarnings("NullAway.Init") // made before each test
    private CiProvider provider;

    /// The provider, connected to a server at that address.
    protected abstract CiProvider connect(String address);

    /// Owner of the repository `board`.
    protected abstract String owner();

    /// Path and query by which the requests for [#BRANCH] are listed.
    protected abstract String listed();

    /// One request as the server tells it.
    protected abstract String told(long number, State state, String title, String page);

    /// How a request is opened: method, path and body, a line each.
    protected abstract List<String> opens(String title, String description);

    /// How request 12 is closed: method, path and body, a line each.
    protected abstract List<String> closes();

    /// What the server says when such a request is open already.
    protected abstract RawAnswer already();

    @BeforeEach
    void start() {
        server = StubServer.start();
        provider = connect(server.address());
    }

    @AfterEach
    void stop() {
        server.verify();
        server.close();
    }

    @Test
    void findsTheNewestRequestForABranch() throws RemoteFailure {
        server.on("GET", listed()).answer(RawAnswer.json("[" + told(9, State.CLOSED, "Old", "https://ci.example/9")
                + "," + told(12, State.OPEN, "List\u202e checkout", "https://ci.example/12") + "]"));
        assertThat(provider.changeProposals().of(repository(), BRANCH)).contains(new ChangeRequest(
                12, "List‹U+202E› checkout", "ada", State.OPEN, null, URI.create("https://ci.example/12")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CLOSED", "MERGED"})
    void tellsWhatBecameOfIt(State state) throws RemoteFailure {
        server.on("GET", listed()).answer(RawAnswer.json("[" + told(12, state, "x", "https://ci.example/12") + "]"));
        assertThat(provider.changeProposals().of(repository(), BRANCH)).map(ChangeRequest::state).contains(state);
    }

    @Test
    void tellsThatThereIsNone() throws RemoteFailure {
        server.on("GET", listed()).answer(RawAnswer.json("[]"));
        assertThat(provider.changeProposals().of(repository(), BRANCH)).isEmpty();
    }

    @Test
    void handsOutOnlyPagesOfTheWeb() throws RemoteFailure {
        server.on("GET", listed()).answer(RawAnswer.json("[" + told(12, State.OPEN, "x", "file:///etc/passwd") + "]"));
        assertThat(provider.changeProposals().of(repository(), BRANCH).orElseThrow().page()).isNull();
    }

    @Test
    void aListThatIsNoneIsNotTakenForAnEmptyOne() {
        server.on("GET", listed()).answer(RawAnswer.json("{}"));
        assertThat(catchThrowableOfType(
                RemoteFailure.class, () -> provider.changeProposals().of(repository(), BRANCH)).problem())
                .isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Why: \"quotes\", \n lines and ümlauts"})
    void opensOneWithExactlyWhatWasShown(String description) {
        List<String> expected = opens("List checkout", description);
        PlannedRequest open = provider.changeProposals().open(proposal("List checkout", description));
        assertThat(shown(open)).isEqualTo(expected);
        server.on(expected.get(0), expected.get(1))
                .answer(RawAnswer.json(told(12, State.OPEN, "List checkout", "https://ci.example/12")).status(201));
        assertThat(provider.sender().send(open)).isInstanceOf(SendOutcome.Applied.class);
        assertThat(server.requests().stream().map(ReceivedRequest::text)).containsExactly(expected.get(2));
    }

    @Test
    void writesOutWhatCouldHideInATitle() {
        PlannedRequest open = provider.changeProposals().open(proposal("a\u202eb", ""));
        assertThat(open.body()).contains("a\\u202eb").doesNotContain("\u202e");
        assertThat(open.command()).contains("curl", open.uri().toString());
    }

    @Test
    void closesOneWithoutTakingItIn() {
        PlannedRequest close = provider.changeProposals().close(repository(), 12);
        assertThat(shown(close)).isEqualTo(closes());
        server.on(closes().get(0), closes().get(1))
                .answer(RawAnswer.json(told(12, State.CLOSED, "x", "https://ci.example/12")));
        assertThat(provider.sender().send(close)).isInstanceOf(SendOutcome.Applied.class);
    }

    @Test
    void aRefusalChangesNothing() {
        PlannedRequest open = provider.changeProposals().open(proposal("x", ""));
        server.on(open.method(), open.uri().getRawPath()).answer(already());
        assertThat(provider.sender().send(open)).isInstanceOf(SendOutcome.NotApplied.class);
    }

    @Test
    void aSignInPageInPlaceOfTheAnswerIsUnknown() {
        PlannedRequest open = provider.changeProposals().open(proposal("x", ""));
        server.on(open.method(), open.uri().getRawPath()).answer(RawAnswer.page(200, "<html>Sign in</html>"));
        assertThat(provider.sender().send(open)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void aNameThatCannotBePartOfAnAddressIsRefused() {
        RepositoryId odd = new RepositoryId(provider.id(), "acme", "\ud800");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.changeProposals().close(odd, 1));
    }

    private List<String> shown(PlannedRequest request) {
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(request.connection()).isEqualTo(provider.id());
        return List.of(request.method(), request.uri().getRawPath(), request.body());
    }

    private ChangeProposal proposal(String title, String description) {
        return new ChangeProposal(repository(), BRANCH, "main", title, description);
    }

    private RepositoryId repository() {
        return new RepositoryId(provider.id(), owner(), "board");
    }
}
