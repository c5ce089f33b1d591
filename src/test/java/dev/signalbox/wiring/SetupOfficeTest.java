package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the steps of the welcome hear from outside, and what they are told when that goes wrong.
class SetupOfficeTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConnectionId WORK = new ConnectionId("GitHub");
    private static final Host GITHUB = new Host(Connection.Kind.GITHUB, "https://github.com");
    private static final Chosen.Account ACCOUNT =
            new Chosen.Account(WORK, GITHUB, new HiddenText("ghp_canary"), List.of(Examples.CHECKOUT));
    static final DeviceCode CODE = new DeviceCode(
            "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText("canary"), "Iv1.x",
            NOON.plusSeconds(60), Duration.ofSeconds(5));
    private static final RepositoryChoice ONE = choice("checkout");
    private static final RepositoryChoice TWO = choice("search");

    @TempDir
    private Path folder = Path.of("");

    private final FakeSetup outside = new FakeSetup(CODE);
    private final List<Duration> pauses = new ArrayList<>();
    private final List<URI> pages = new ArrayList<>();

    @AfterEach
    void noDoorIsLeftOpen() {
        assertThat(outside.open()).isZero();
    }

    @Test
    void anAddressIsJudgedWithoutAskingAnybody() {
        assertThat(office().objection(GITHUB)).isEmpty();
        outside.objection = "Write an address such as github.example.com.";

        assertThat(office().objection(GITHUB)).isEqualTo(outside.objection);
        assertThat(outside.asked).isEmpty();
    }

    @Test
    void aTokenIsCheckedWhereItsAccountIs() throws Exception {
        assertThat(office().check(ACCOUNT)).isEqualTo(outside.sheet);
        assertThat(outside.asked).containsExactly("GitHub at https://github.com with ghp_canary");
    }

    @Test
    void aRefusedTokenIsToldInWordsThatDoNotHoldIt() {
        outside.failure = new RemoteFailure(new RemoteProblem.Unauthorized("Bad credentials"));

        assertTrouble(() -> office().check(ACCOUNT), "It refused our credential: Bad credentials.");
    }

    @Test
    void whatTheProviderSaysIsNotSaidTwice() {
        outside.failure = new RemoteFailure(
                new RemoteProblem.Unauthorized("api.github.com refused the credential (401): Bad credentials"));

        assertThatThrownBy(() -> office().check(ACCOUNT))
                .hasMessage("api.github.com refused the credential (401): Bad credentials.");
    }

    @Test
    void everyQuestionOfTheStepsTellsWhatWentWrongAndClosesItsDoor() throws Exception {
        outside.failure = new RemoteFailure(
                new RemoteProblem.RateLimited("Slow down", NOON.plusSeconds(120)));

        assertTrouble(() -> office().repositories(ACCOUNT, soFar -> true), "The request limit is used up");
        assertTrouble(() -> office().withDeployments(ACCOUNT, List.of(ONE), soFar -> true), "Slow down");
        assertTrouble(() -> office().signIn(GITHUB, "Iv1.x", code -> {}), "The request limit is used up");
        assertThat(office().propose(chosen("prod-eu")).unread()).singleElement().satisfies(unread -> {
            assertThat(unread.cluster()).isEqualTo(cluster("prod-eu"));
            assertThat(unread.why()).contains("The request limit is used up");
        });
    }

    @Test
    void anAddressThatTurnsOutToBeNoneIsToldAsSuch() {
        outside.objection = "Write an address such as github.example.com.";

        assertTrouble(() -> office().check(ACCOUNT), outside.objection);
        assertTrouble(() -> office().signIn(GITHUB, "Iv1.x", code -> {}), outside.objection);
    }

    @Test
    void whoDoesNotWaitAnyLongerHearsOfNoTrouble() {
        outside.failure = new RemoteFailure(
                new RemoteProblem.Unreachable("interrupted", RemoteProblem.Sent.MAYBE));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> office().check(ACCOUNT)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("the wish was heard and is over").isFalse();
    }

    @Test
    void signsInByTheCodeThatIsShown() throws Exception {
        List<DeviceCode> shown = new ArrayList<>();
        outside.answers.add(new SignInAnswer.Waiting(CODE.every(Duration.ofSeconds(10))));
        outside.answers.add(new SignInAnswer.Granted(new HiddenText("ghu_token"), null));

        SetupOffice office = office();
        HiddenText token = office.signIn(GITHUB, "Iv1.x", shown::add).token();
        assertThat(office.clientId(GITHUB)).as("for the next account").isEqualTo("Iv1.x");
        assertThat(office().clientId(GITHUB)).as("nothing is kept before the last step").isEmpty();

        assertThat(token.reveal()).isEqualTo("ghu_token");
        assertThat(shown).containsExactly(CODE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(outside.asked).containsExactly("sign in at https://github.com", "begin as Iv1.x");

        Folders.below(folder).make();
        office.save(chosen(), new BoardProposal(List.of(), List.of()), new HiddenText(""));
        assertThat(office().clientId(GITHUB)).as("kept with the rest").isEqualTo("Iv1.x");
    }

    @Test
    void aSignInThatIsGivenUpWhileItWaitsClosesItsDoor() {
        assertThatThrownBy(() -> office(length -> {
            throw new InterruptedException("closing");
        }).signIn(GITHUB, "Iv1.x", code -> {})).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aRefusalIsToldInTheServersPlace() {
        outside.answers.add(new SignInAnswer.Refused(SignInAnswer.Why.DENIED, "Somebody said no."));

        assertTrouble(() -> office().signIn(GITHUB, "Iv1.x", code -> {}), "Somebody said no.");
        assertThat(office().clientId(GITHUB)).as("nobody signed in with it").isEmpty();
    }

    @Test
    void aProgramGivesATokenOrSaysWhyNot() throws Exception {
        TokenProgram gh = office().program(GITHUB).orElseThrow();
        assertThat(office().ask(gh).reveal()).isEqualTo("ghp_printed");
        outside.printed = "";

        assertTrouble(() -> office().ask(gh), "gh printed no token.");
    }

    @Test
    void readingRepositoriesStopsWhenNobodyWantsMore() throws Exception {
        outside.repositories = List.of(ONE, TWO);

        assertThat(office().repositories(ACCOUNT, soFar -> true)).containsExactly(ONE, TWO);
        assertThat(office().repositories(ACCOUNT, soFar -> false)).containsExactly(ONE);
        assertThat(office().withDeployments(ACCOUNT, List.of(ONE, TWO), soFar -> true))
                .extracting(RepositoryChoice::hasDeployments).containsOnly(Told.YES);
    }

    @Test
    void aBoardIsProposedFromEveryChosenClusterAndItsMark() throws Exception {
        outside.workloads = List.of(workload("prod-eu", "checkout"), workload("staging-1", "search"));

        SetupDesk.Proposed told = office().propose(chosen("prod-eu", "staging-1"));
        BoardProposal proposal = told.board();

        assertThat(outside.asked).containsExactly(
                "workloads of prod-eu in [shop] with [f-prod-eu]",
                "workloads of staging-1 in [shop] with [f-staging-1]");
        assertThat(proposal.services()).extracting(s -> s.service().name()).containsExactly("checkout", "search");
        assertThat(proposal.environments()).extracting(e -> e.name() + " " + e.production())
                .containsExactly("staging false", "production true");
        assertThat(told.unread()).isEmpty();
    }

    @Test
    void withoutClustersTheRepositoriesAloneAreProposed() throws Exception {
        BoardProposal proposal = office().propose(chosen()).board();

        assertThat(proposal.services()).extracting(s -> s.service().name()).containsExactly("checkout");
        assertThat(proposal.environments()).isEmpty();
        assertThat(outside.asked).isEmpty();
    }

    @Test
    void onlyProgramsThatWereAllowedMayRun() throws Exception {
        assertThat(office().namespaces(context("prod-eu"), Set.of("f1"))).isEqualTo(
                new NamespaceList.Listed(List.of("f1")));
        assertThat(office().contexts(List.of(folder)).files()).containsExactly(folder);
    }

    @Test
    void whatIsChosenIsKeptWhereItSays() throws Exception {
        SetupDesk.Places places = office().places();

        office().save(chosen(), new BoardProposal(List.of(), List.of()), new HiddenText(""));

        assertThat(places.configuration()).isNotEmptyFile().hasParent(folder);
        assertThat(places.vault()).isNotEmptyFile();
        assertThat(places.board()).as("nothing to describe").doesNotExist();
    }

    @Test
    void pagesAreOpenedInTheBrowser() {
        office().open(CODE.page());
        assertThat(pages).containsExactly(CODE.page());
    }

    private void assertTrouble(ThrowingCallable question, String words) {
        assertThatThrownBy(question).isInstanceOf(SetupDesk.Trouble.class).hasMessageContaining(words)
                .hasMessageNotContaining("canary");
        assertThat(outside.open()).as("doors left open").isZero();
    }

    private SetupOffice office() {
        return office(pauses::add);
    }

    private SetupOffice office(Pause pause) {
        return office(outside, folder, pause, pages);
    }

    static SetupOffice office(FakeSetup outside, Path folder, Pause pause, List<URI> pages) {
        FakeKeyRing ring = new FakeKeyRing();
        Folders folders = Folders.below(folder);
        KeptSetup kept = new KeptSetup(
                folders, outside,
                prompt -> new Vault(
                        folders.data().resolve(VaultPlace.FILE), ring, prompt, new SecureRandom(), () -> 0L,
                        Duration.ofMinutes(5)),
                new ConsoleConfig(List.of(), List.of(), null));
        return new SetupOffice(outside, kept, () -> NOON, pause, pages::add);
    }

    static Chosen chosen(String... clusters) {
        return new Chosen(List.of(ACCOUNT), Arrays.stream(clusters)
                .map(SetupOfficeTest::cluster).toList());
    }

    static Chosen.Cluster cluster(String name) {
        return new Chosen.Cluster(
                new ConnectionId(name), context(name), List.of("shop"), List.of("f-" + name),
                name.startsWith("prod") ? ClusterMark.PRODUCTION_READ_ONLY : ClusterMark.ORDINARY);
    }

    private static ContextChoice context(String name) {
        return new ContextChoice(name, "https://" + name, "kim", "", List.of(), false, null, "");
    }

    static Workload workload(String cluster, String name) {
        return Examples.workload(
                new WorkloadKey(new ConnectionId(cluster), "shop", WorkloadKind.DEPLOYMENT, name), "registry/x:v1",
                Map.of());
    }

    private static RepositoryChoice choice(String name) {
        return new RepositoryChoice(new RepositoryId(WORK, "acme", name), Told.UNKNOWN, false, null);
    }
}
