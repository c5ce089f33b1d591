package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import dev.signalbox.ui.welcome.SetupDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceSignInTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeviceCode CODE = new DeviceCode(
            "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText("secret"), "Iv1.x",
            START.plusSeconds(60), Duration.ofSeconds(5));

    private static final DeviceCode SLOWER = new DeviceCode(
            CODE.userCode(), CODE.page(), null, CODE.secret(), CODE.clientId(), CODE.expiresAt(),
            Duration.ofSeconds(10));

    private final Deque<Optional<SignInAnswer>> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<DeviceCode> shown = new ArrayList<>();
    private Instant now = START;

    private final DeviceSignIn signIn = new DeviceSignIn(new SignIn() {
        @Override
        public DeviceCode begin(String clientId) {
            return CODE;
        }

        @Override
        public SignInAnswer poll(DeviceCode begun) throws RemoteFailure {
            return answers.remove().orElseThrow(
                    () -> new RemoteFailure(new RemoteProblem.Unreachable("gone", RemoteProblem.Sent.NOTHING)));
        }

        @Override
        public Grant renew(Grant old) {
            throw new AssertionError("nothing is renewed while somebody signs in");
        }
    }, () -> now, length -> {
        pauses.add(length);
        now = now.plus(length);
    });

    @Test
    void waitsAsLongAsTheServerWantsBetweenTwoQuestions() throws Exception {
        answers.add(Optional.of(new SignInAnswer.Waiting(CODE)));
        answers.add(Optional.of(new SignInAnswer.Waiting(SLOWER)));
        answers.add(Optional.of(new SignInAnswer.Granted(new HiddenText("token"), null)));

        assertThat(run().token().reveal()).isEqualTo("token");

        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(shown).containsExactly(CODE);
    }

    @Test
    void anAnswerThatGetsLostIsAskedForAgain() throws Exception {
        answers.add(Optional.empty());
        answers.add(Optional.of(new SignInAnswer.Granted(new HiddenText("token"), null)));

        assertThat(run().token().reveal()).isEqualTo("token");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aNoIsTold() {
        answers.add(Optional.of(new SignInAnswer.Refused(SignInAnswer.Why.DENIED, "Somebody said no.")));

        assertThatThrownBy(this::run).isInstanceOf(SetupDesk.Trouble.class).hasMessage("Somebody said no.");
    }

    @Test
    void endsWhenTheCodeIsOfNoUseAnyMore() {
        for (int i = 0; i < 100; i++) {
            answers.add(Optional.of(new SignInAnswer.Waiting(CODE)));
        }

        assertThatThrownBy(this::run).isInstanceOf(SetupDesk.Trouble.class).hasMessageContaining("not typed in time");
        assertThat(now).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void tellsWhenTheTokenEnds() throws Exception {
        answers.add(Optional.of(new SignInAnswer.Granted(new HiddenText("token"), START.plusSeconds(7_200))));

        assertThat(run().expiresAt()).isEqualTo(START.plusSeconds(7_200));
    }

    private SignInAnswer.Granted run() throws Exception {
        return signIn.run("Iv1.x", shown::add);
    }
}
