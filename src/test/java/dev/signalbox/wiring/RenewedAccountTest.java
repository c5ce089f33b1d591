package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.ui.accounts.ConnectionDesk.SigningIn;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A whole account whose token is renewed: the provider before it, the vault behind it.
class RenewedAccountTest extends VaultScene {

    private static final String USER = "{\"id\":7,\"username\":\"kim\",\"name\":\"Kim\"}";

    private final StubServer server = StubServer.start();
    private final Closing closing = new Closing();
    private final Threads threads = new Threads();
    private final KnownSecrets known = new KnownSecrets();
    private final CiAccount account = new CiAccount(
            new ConnectionId("work"), Connection.Kind.GITLAB, server.address(), new TokenSource.Vault(), List.of(),
            null,
            null);

    @AfterEach
    void end() {
        closing.close();
        threads.close();
        server.close();
    }

    private final Semaphore readAgain = new Semaphore(0);
    private final CiAccounts accounts = new CiAccounts(
            threads, store, closing, known, (of, unlocked) -> new VaultGrants(of, desk, known, unlocked),
            readAgain::release);

    private static String token(char letter) {
        return String.valueOf(letter).repeat(64);
    }

    /// The account as it is connected when its token has just ended.
    private CiProvider connected() throws Exception {
        return connected(VaultLock.KEY_RING);
    }

    private CiProvider connected(VaultLock lock) throws Exception {
        Grant grant = new Grant(
                new HiddenText(token('a')), wall.minusSeconds(1), new HiddenText(token('b')), null, "app",
                URI.create(server.address() + "/oauth/token"));
        stored(lock, "other");
        fetch(inVault("other"));
        if (lock == VaultLock.PASSPHRASE) {
            unlock();
        }
        until(Kind.OPEN);
        Vault vault = Objects.requireNonNull(desk.vault());
        try (SecretText text = SecretText.of(GrantText.of(grant).toCharArray())) {
            vault.put("work", Tokens.originOf(account), text, Optional.empty());
        }
        return accounts.connect(machine, account, Tokens.taken(account, vault)).orElseThrow();
    }

    @Test
    void anEndedTokenIsRenewedAndKeptBeforeTheFirstRequest() throws Exception {
        CiProvider provider = connected();
        server.on("POST", "/oauth/token").answer(RawAnswer.json("{\"access_token\":\"" + token('c')
                + "\",\"expires_in\":7200,\"refresh_token\":\"" + token('d') + "\"}"));
        server.on("GET", "/api/v4/user").answer(RawAnswer.json(USER));

        provider.accounts().me();

        assertThat(server.requests().getFirst().text()).contains("refresh_token=" + token('b'));
        assertThat(server.requests().getLast().header("Authorization")).contains("Bearer " + token('c'));
        assertThat(Tokens.taken(account, Objects.requireNonNull(desk.vault())))
                .isInstanceOfSatisfying(Tokens.Token.Renewed.class, kept -> {
                    assertThat(kept.grant().token().reveal()).isEqualTo(token('c'));
                    assertThat(kept.grant().refresh().reveal()).isEqualTo(token('d'));
                });
        assertThat(known.get().hideWhole(String.join(" ", token('a'), token('b'), token('c'), token('d'))))
                .isEqualTo("••• ••• ••• •••");
    }

    @Test
    void whereTheServerRenewsNothingAPersonIsToldToSignIn() throws Exception {
        CiProvider provider = connected();
        server.on("POST", "/oauth/token").answer(
                RawAnswer.json("{\"error\":\"invalid_grant\",\"error_description\":\"" + token('b') + "\"}")
                        .status(400));

        RemoteFailure failure = Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> provider.accounts().me()));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.SignInEnded.class);
        assertThat(failure.problem().detail()).doesNotContain("bbb");
        assertThat(server.requests()).as("nothing is asked with a token that has ended").hasSize(1);
    }

    /// Two writes to a server are a second apart by this clock.
    private void pass(Duration length) {
        long before = tick;
        tick = before + length.toNanos();
    }

    /// Nobody waits between two questions here.
    private SignedInAgain again() {
        SignedInAgain real = accounts.again(account.id()).orElseThrow();
        return new SignedInAgain(real.server(), real.token(), real.grants(), machine.clock(), this::pass,
                real.readAgain());
    }

    private void refuseToRenew() {
        server.on("POST", "/oauth/token").answer(RawAnswer.json("{\"error\":\"invalid_grant\"}").status(400));
    }

    private void giveCode() {
        server.on("POST", "/oauth/authorize_device").answer(RawAnswer.json("""
                {"device_code": "canary-of-the-device", "user_code": "AB12-CD34", "verification_uri": "%s/oauth/device",
                 "expires_in": 300, "interval": 5}""".formatted(server.address())));
    }

    private Grant kept() throws Exception {
        return ((Tokens.Token.Renewed) Tokens.taken(account, Objects.requireNonNull(desk.vault()))).grant();
    }

    @Test
    void whoeverSignsInAgainIsReadForWithTheNewToken() throws Exception {
        CiProvider provider = connected();
        refuseToRenew();
        assertThatThrownBy(() -> provider.accounts().me()).isInstanceOf(RemoteFailure.class);
        giveCode();
        server.on("POST", "/oauth/token").answer(RawAnswer.json("{\"access_token\":\"" + token('e')
                + "\",\"token_type\":\"Bearer\",\"expires_in\":7200,\"refresh_token\":\"" + token('f') + "\"}"));
        server.on("GET", "/api/v4/user").answer(RawAnswer.json(USER));
        List<SigningIn> told = new ArrayList<>();
        pass(Duration.ofSeconds(5));

        again().run(told::add);

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isInstanceOfSatisfying(SigningIn.Typing.class,
                step -> assertThat(step.code().userCode()).isEqualTo("AB12-CD34"));
        assertThat(told.getLast()).isEqualTo(new SigningIn.Done());
        assertThat(readAgain.availablePermits()).as("nobody waits for the next try").isEqualTo(1);
        assertThat(kept().token().reveal()).isEqualTo(token('e'));
        assertThat(kept().refresh().reveal()).isEqualTo(token('f'));
        assertThat(provider.accounts().me()).isNotNull();
        assertThat(server.requests().getLast().header("Authorization")).contains("Bearer " + token('e'));
        assertThat(known.get().hideWhole(token('e') + " " + token('f'))).isEqualTo("••• •••");
    }

    @Test
    void aTokenThatNothingRenewsIsNeitherKeptNorUsed() throws Exception {
        connected();
        giveCode();
        server.on("POST", "/oauth/token").answer(RawAnswer.json(
                "{\"access_token\":\"" + token('e') + "\",\"token_type\":\"Bearer\"}"));
        List<SigningIn> told = new ArrayList<>();

        again().run(told::add);

        assertThat(told.getLast()).isInstanceOfSatisfying(SigningIn.Failed.class,
                step -> assertThat(step.why()).contains("nothing renews").doesNotContain("eee"));
        assertThat(kept().token().reveal()).isEqualTo(token('a'));
    }

    @Test
    void aSignInThatIsRefusedLeavesEverythingAsItIs() throws Exception {
        connected();
        giveCode();
        server.on("POST", "/oauth/token").answer(RawAnswer.json("{\"error\":\"access_denied\"}").status(400));
        List<SigningIn> told = new ArrayList<>();

        again().run(told::add);

        assertThat(told.getLast()).isInstanceOf(SigningIn.Failed.class);
        assertThat(kept().token().reveal()).isEqualTo(token('a'));
        assertThat(readAgain.availablePermits()).isZero();
    }

    @Test
    void whoeverGivesUpIsNotWaitedFor() throws Exception {
        connected();
        giveCode();
        SignedInAgain real = again();
        SignedInAgain left = new SignedInAgain(real.server(), real.token(), real.grants(), machine.clock(), length -> {
            throw new InterruptedException("given up");
        }, real.readAgain());
        List<SigningIn> told = new ArrayList<>();

        left.run(told::add);

        assertThat(Thread.interrupted()).as("whoever runs it learns of that").isTrue();
        assertThat(told.getLast()).isInstanceOf(SigningIn.Failed.class);
        assertThat(kept().token().reveal()).isEqualTo(token('a'));
    }

    @Test
    void whoeverUnlocksTheVaultIsReadForAtOnce() throws Exception {
        CiProvider provider = connected(VaultLock.PASSPHRASE);
        desk.lock();
        until(Kind.SHUT);
        assertThatThrownBy(() -> provider.accounts().me()).isInstanceOf(RemoteFailure.class);
        assertThat(server.requests()).as("nothing is asked with a token that has ended").isEmpty();
        assertThat(readAgain.availablePermits()).isZero();

        desk.again();
        unlock();

        assertThat(readAgain.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverUnlocksTheKeyRingIsReadForSoon() throws Exception {
        CiProvider provider = connected();
        desk.lock();
        until(Kind.SHUT);
        ring.answersOnly(new Answer.Locked());
        assertThatThrownBy(() -> provider.accounts().me()).isInstanceOf(RemoteFailure.class);
        until(Kind.RING_LOCKED);

        ring.works();
        pass(Duration.ofSeconds(5));
        desk.step();

        assertThat(readAgain.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    private void unlock() throws IOException {
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
    }

    @Test
    void anAccountWithATypedTokenHasNothingToSignInToAgain() {
        accounts.connect(machine, account, new Tokens.Token.Found("glpat-typed-by-somebody"));

        assertThat(accounts.again(account.id())).isEmpty();
    }
}
