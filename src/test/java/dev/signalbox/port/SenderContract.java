package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What [CiCommands] and [Sender] must do together.
public abstract class SenderContract {

    private @Nullable CiServer running;

    /// A server of the provider's protocol with nothing on it; it says yes to every request that changes something.
    protected abstract CiServer start();

    @BeforeEach
    void startServer() {
        running = start();
    }

    @AfterEach
    void closeServer() {
        server().close();
    }

    protected final CiServer server() {
        return Objects.requireNonNull(running);
    }

    @Test
    void sendsJustWhatWasShownOnceEach() {
        List<PlannedRequest> planned = everything();
        for (PlannedRequest request : planned) {
            assertThat(send(request)).isInstanceOf(SendOutcome.Applied.class);
        }
        assertThat(server().requests()).isEqualTo(planned.stream()
                .map(request -> request.method() + " " + request.uri().getRawPath())
                .toList());
        assertThat(server().bodies()).isEqualTo(planned.stream().map(PlannedRequest::body).toList());
    }

    @Test
    void composesWithoutSendingAndAlwaysTheSame() {
        assertThat(everything()).isEqualTo(everything());
        assertThat(server().requests()).isEmpty();
    }

    /// What a provider cannot do it does not compose either: its sentence is all that there is to show.
    @Test
    void composesNoStopWhereItCannotStop() {
        if (!can(CiAbility.STOP_ENVIRONMENT)) {
            Intent.StopEnvironment stop =
                    new Intent.StopEnvironment(server().repository(), 91, "review/new-cart", 30);
            assertThatThrownBy(() -> server().provider().commands().stop(stop))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(server().provider().capabilities().get().whyNot(CiAbility.STOP_ENVIRONMENT)
                            .orElseThrow());
        }
        assertThat(server().requests()).isEmpty();
    }

    @Test
    void neverShowsTheCredential() {
        assertThat(everything()).allSatisfy(request -> {
            assertThat(request.toString()).doesNotContain(server().secret());
            assertThat(request.command()).contains(request.uri().toString());
        });
    }

    @ParameterizedTest
    @EnumSource(value = CiServer.Fault.class, names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "REJECTED",
        "MOVED", "RATE_LIMITED"})
    void knowsThatARefusalChangedNothing(CiServer.Fault fault) {
        server().fails(fault);
        assertThat(send(cancel())).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = CiServer.Fault.class, names = {"SERVER_FAULT", "CUT", "SIGN_IN_PAGE", "TRUNCATED"})
    void neverSendsAgainWhatMayHaveHappened(CiServer.Fault fault) {
        server().fails(fault);
        assertThat(send(cancel())).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void sendsNothingThatBelongsElsewhere() {
        PlannedRequest ours = cancel();
        PlannedRequest other = new PlannedRequest(
                new ConnectionId("another"),
                ours.method(),
                ours.uri(),
                ours.contentType(),
                ours.body(),
                ours.command());
        PlannedRequest abroad = new PlannedRequest(
                ours.connection(),
                ours.method(),
                URI.create("https://elsewhere.example.com" + ours.uri().getRawPath()),
                ours.contentType(),
                ours.body(),
                ours.command());
        for (PlannedRequest request : List.of(other, abroad)) {
            assertThat(send(request)).isInstanceOfSatisfying(
                    SendOutcome.NotApplied.class,
                    outcome -> assertThat(outcome.problem()).isInstanceOf(RemoteProblem.Rejected.class));
        }
        assertThat(server().requests()).isEmpty();
    }

    private SendOutcome send(PlannedRequest request) {
        return server().provider().sender().send(request);
    }

    private PlannedRequest cancel() {
        return server().provider().commands().cancel(new Intent.CancelRun(run(), 1, false));
    }

    private List<PlannedRequest> everything() {
        CiCommands commands = server().provider().commands();
        Stream<PlannedRequest> whole = can(CiAbility.RERUN_ALL)
                ? Stream.of(commands.rerun(new Intent.RerunRun(run(), 1, new Scope.All(), false)))
                : Stream.empty();
        Stream<PlannedRequest> again = can(CiAbility.REDEPLOY)
                ? Stream.of(commands.redeploy(new Intent.Redeploy(
                        server().repository(), "production", 30, 40, run(), 5, "v1", CiSamples.SHA, "5xx")))
                : Stream.empty();
        Stream<PlannedRequest> stop = can(CiAbility.STOP_ENVIRONMENT)
                ? Stream.of(commands.stop(new Intent.StopEnvironment(server().repository(), 91, "review/a b", 30)))
                : Stream.empty();
        return Stream.of(whole, again, stop, always(commands), review(commands)).flatMap(each -> each).toList();
    }

    private boolean can(CiAbility ability) {
        return server().provider().capabilities().get().whyNot(ability).isEmpty();
    }

    private Stream<PlannedRequest> review(CiCommands commands) {
        return commands.review(new Intent.ReviewDeployment(
                run(), 1, CiSamples.SHA, List.of(server().gate(3)), List.of("production"), Decision.APPROVE, "ok"))
                .stream();
    }

    private Stream<PlannedRequest> always(CiCommands commands) {
        return Stream.of(
                commands.dispatch(new Intent.TriggerRun(
                        server().repository(), 5, "deploy", "main", Map.of("version", "1.2 \"x\""))),
                commands.rerun(new Intent.RerunRun(run(), 1, new Scope.Failed(), can(CiAbility.DEBUG_RERUN))),
                commands.rerun(new Intent.RerunRun(run(), 1, new Scope.OneJob(9, "build"), false)),
                cancel(),
                commands.cancel(new Intent.CancelRun(run(), 1, can(CiAbility.FORCE_CANCEL))));
    }

    private RunId run() {
        return new RunId(server().repository(), CiSamples.LARGE);
    }
}
