package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where accounts get their tokens from, and what they are told when there is none.
class TokensTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private final FakeTerminal terminal = new FakeTerminal();
    private final Machine machine = Machine.here().with(
            Map.of("WORK_TOKEN", " ghp_canary0 ", "PATH", "/usr/bin:/bin"));

    private int opened;

    private Vault vault() {
        opened++;
        return new Vault(
                folder.resolve("secrets.vault"), ring, PassphrasePrompt.nobody(), new SecureRandom(), () -> 0,
                Duration.ofMinutes(5));
    }

    private Tokens tokens() {
        return new Tokens(
                machine, terminal, prompt -> vault(),
                environment -> new SecretProgram(
                        environment, Thread.ofVirtual().factory(), Duration.ofSeconds(20)));
    }

    private static CiAccount account(String name, Connection.Kind kind, String url, TokenSource token) {
        return new CiAccount(new ConnectionId(name), kind, url, token, List.of(), null, null);
    }

    private static CiAccount hub(TokenSource token) {
        return account("work", Connection.Kind.GITHUB, "https://github.com", token);
    }

    private Tokens.Token of(CiAccount account) {
        return Objects.requireNonNull(tokens().of(List.of(account)).get(account.id()));
    }

    private void store(String name, String origin, String secret) throws Exception {
        vault().put(name, origin, SecretText.of(secret.toCharArray()), Optional.empty());
        opened = 0;
    }

    private static String why(Tokens.Token token) {
        assertThat(token).isInstanceOf(Tokens.Token.Missing.class);
        return String.valueOf(((Tokens.Token.Missing) token).why());
    }

    @Test
    void anEnvironmentVariableOpensNoVault() {
        assertThat(of(hub(new TokenSource.Variable("WORK_TOKEN")))).isEqualTo(new Tokens.Token.Found("ghp_canary0"));
        assertThat(why(of(hub(new TokenSource.Variable("OTHER"))))).contains("OTHER holds no token");
        assertThat(opened).isZero();
    }

    @Test
    void theVaultGivesTheTokenOfTheConnectionForTheOriginOfItsApi() throws Exception {
        store("work", "https://api.github.com", "ghp_canary1");
        store("inside", "https://git.example.com:8443", "glpat-canary2");
        CiAccount inside = account(
                "inside", Connection.Kind.GITLAB, "https://git.example.com:8443/gitlab", new TokenSource.Vault());
        Map<ConnectionId, Tokens.Token> all = tokens().of(List.of(hub(new TokenSource.Vault()), inside));
        assertThat(Tokens.texts(all.values())).containsExactly("ghp_canary1", "glpat-canary2");
        assertThat(opened).as("once for all").isEqualTo(1);
        assertThat(all.toString()).doesNotContain("canary");
    }

    @Test
    void aConfigurationThatNamesAnotherHostGetsNoToken() throws Exception {
        store("work", "https://api.github.com", "ghp_canary1");
        Tokens.Token given = of(account(
                "work", Connection.Kind.GITHUB, "https://github.evil.example", new TokenSource.Vault()));
        assertThat(why(given)).contains("was stored for https://api.github.com")
                .contains("not given to https://github.evil.example").doesNotContain("canary");
        assertThat(why(of(account(
                "work", Connection.Kind.GITHUB, "ftp://api.github.com", new TokenSource.Vault()))))
                .contains("Unreadable");
    }

    @Test
    void aRingThatGivesNoKeyIsToldInItsOwnWords() throws Exception {
        store("work", "https://api.github.com", "ghp_canary1");
        Map.of(
                new Answer.Locked(), "is locked",
                new Answer.Absent("no bus"), "There is no key ring here: no bus",
                new Answer.Silent(Duration.ofSeconds(30)), "did not answer within 30 s",
                new Answer.Missing(), "has no item").forEach((answer, words) -> {
                    ring.answersOnly(answer);
                    assertThat(why(of(hub(new TokenSource.Vault())))).contains(words).contains("NoCredential");
                });
    }

    @Test
    void aTokenThatIsNotThereIsToldWithTheCommandThatStoresIt() {
        assertThat(why(of(hub(new TokenSource.Vault()))))
                .contains("signalbox secret set work --origin https://api.github.com");
    }

    @Test
    void aTypedTokenIsKeptNowhere() {
        terminal.types("ghp_canary3");
        assertThat(of(hub(new TokenSource.Asked()))).isEqualTo(new Tokens.Token.Found("ghp_canary3"));
        assertThat(terminal.given).allSatisfy(typed -> assertThat(typed).containsOnly('\0'));
        assertThat(terminal.questions).singleElement().asString().contains("work").contains("https://github.com");
        assertThat(why(of(hub(new TokenSource.Asked())))).contains("No token was typed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProgramGetsTheEnvironmentWithoutTheTokensOfOthers() {
        CiAccount other = account(
                "other", Connection.Kind.GITHUB, "https://github.com", new TokenSource.Variable("WORK_TOKEN"));
        CiAccount printed = hub(new TokenSource.Program(List.of("printenv", "PATH")));
        CiAccount nosy = account("nosy", Connection.Kind.GITHUB, "https://github.com",
                new TokenSource.Program(List.of("printenv", "WORK_TOKEN")));
        Map<ConnectionId, Tokens.Token> all = tokens().of(List.of(other, printed, nosy));
        assertThat(all.get(printed.id())).isEqualTo(new Tokens.Token.Found("/usr/bin:/bin"));
        assertThat(why(Objects.requireNonNull(all.get(nosy.id())))).contains("ended with code 1");
        Tokens.Token hidden = tokens().hiding(Set.of("PATH")).apart(
                hub(new TokenSource.Program(List.of("/usr/bin/printenv", "PATH"))), List.of());
        assertThat(why(hidden)).contains("ended with code 1");
        assertThat(why(of(hub(new TokenSource.Program(List.of("no-such-program")))))).contains("was not found");
    }

    /// Types what it was told to, then nothing.
    static final class FakeTerminal implements Terminal {

        final List<String> questions = new ArrayList<>();
        final List<char[]> given = new ArrayList<>();
        private final List<String> typing = new ArrayList<>();

        void types(String... lines) {
            typing.addAll(List.of(lines));
        }

        @Override
        public Optional<char[]> hidden(String question) {
            return line(question).map(text -> {
                given.add(text.toCharArray());
                return given.getLast();
            });
        }

        @Override
        public Optional<char[]> secret(String question) {
            return hidden(question);
        }

        @Override
        public Optional<String> line(String question) {
            questions.add(question);
            return typing.isEmpty() ? Optional.empty() : Optional.of(typing.removeFirst());
        }
    }
}
