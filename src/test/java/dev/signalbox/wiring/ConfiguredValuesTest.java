package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.http.ProxySettings;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.ui.settings.configured.ConfigDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredValuesTest {

    private static final String FILE = """
            version: 1
            github:
              - name: work
                url: ADDRESS
                token-env: T
            memory: {runs: 30 days, backfill: 0 days, logs: 5 MB}
            """;

    private final Threads threads = new Threads();
    private final Machine machine = Machine.here();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void readsEveryValueByItsName() throws IOException {
        ConfiguredValues values = own(FILE.replace("ADDRESS", "https://github.com\n    proxy: http://p:1"));
        assertThat(values.fixed()).isEmpty();
        assertThat(values.accounts()).containsExactly("work");
        assertThat(values.value(ConfigDesk.RUNS)).isEqualTo("30");
        assertThat(values.value(ConfigDesk.BACKFILL)).isEqualTo("0");
        assertThat(values.value(ConfigDesk.LOGS)).isEqualTo("5");
        assertThat(values.value(ConfigDesk.proxy("work"))).isEqualTo("http://p:1");
        assertThat(values.value(ConfigDesk.authority("work"))).isEmpty();
        assertThat(values.value("gone")).isEmpty();
    }

    @Test
    void keepsWhatChangedInTheOwnFileAndStartsAgain() throws Exception {
        ConfiguredValues values = own(FILE.replace("ADDRESS", "https://github.com"));
        // Another page has written meanwhile.
        Files.writeString(file(), FILE.replace("ADDRESS", "https://github.com").replace("30 days", "77 days"));
        values.keep(Map.of(ConfigDesk.LOGS, "9", ConfigDesk.proxy("work"), "http://p.example.com:3128"), heard::add);
        assertThat(next()).isEqualTo("again");
        ConsoleConfig now = read();
        assertThat(now.memory().logs()).isEqualTo(9_000_000);
        assertThat(now.memory().runs().toDays()).isEqualTo(77);
        assertThat(now.accounts().getFirst().proxy()).isEqualTo("http://p.example.com:3128");
    }

    @Test
    void refusesWhatIsNoValueAndChangesNothing() throws Exception {
        ConfiguredValues values = own(FILE.replace("ADDRESS", "https://github.com"));
        String before = Files.readString(file());
        values.keep(Map.of(ConfigDesk.RUNS, "0"), heard::add);
        assertThat(next()).isEqualTo("“Keep runs” needs a whole number from 1 to 99999, not “0”.");
        values.keep(Map.of(ConfigDesk.proxy("work"), "proxy.example.com"), heard::add);
        assertThat(next()).contains("needs a scheme and a host");
        values.keep(Map.of(ConfigDesk.authority("work"), folder.resolve("gone.pem").toString()), heard::add);
        assertThat(next()).contains("“ca-file” of this account is of no use");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void whatIsNotUnderstoodIsNotLost() throws Exception {
        ConfiguredValues values = own(FILE.replace("ADDRESS", "https://github.com"));
        String mistaken = Files.readString(file()) + "clusters:\n  - naem: prod # mine\n";
        Files.writeString(file(), mistaken);
        values.keep(Map.of(ConfigDesk.LOGS, "9", ConfigDesk.RUNS, "31"), heard::add);
        assertThat(next()).isEqualTo("again");
        assertThat(Files.readString(file())).isEqualTo(
                mistaken.replace("5 MB", "\"9 MB\"").replace("30 days", "\"31 days\""));
    }

    @Test
    void somebodysFileAndPracticeAreLeftAlone() {
        ConfiguredValues practice = new ConfiguredValues(machine, threads, Runnable::run, null);
        assertThat(practice.fixed()).contains("Practice");
        practice.keep(Map.of(ConfigDesk.RUNS, "5"), heard::add);
        assertThat(heard).containsExactly(practice.fixed());
        ConsoleConfig config = new ConsoleConfig(List.of(), List.of(), null);
        assertThat(new ConfiguredValues(
                machine, threads, Runnable::run, leaving(new Leaving.Written(config, null, null))).fixed())
                .contains("--config");
    }

    @Test
    void triesAServerWithoutTheToken() throws Exception {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/").always(RawAnswer.of(401, "{}"));
            server.on("GET", "").always(RawAnswer.of(401, "{}"));
            ConfiguredValues values = own(FILE.replace("ADDRESS", server.address()));
            values.test("work", Map.of(), heard::add);
            assertThat(next()).endsWith("answers, and asks who you are, as it should.");
        }
    }

    @Test
    void tellsInWordsWhenNobodyAnswers() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        ConfiguredValues values = own(FILE.replace("ADDRESS", "http://127.0.0.1:" + nobody));
        values.test("work", Map.of(), heard::add);
        assertThat(next()).doesNotContain("answers.").isNotBlank();
        values.test("gone", Map.of(), heard::add);
        assertThat(next()).isEqualTo("There is no such account.");
    }

    @Test
    void proxiesAreAddressedAsPeopleWriteThem() {
        assertThat(AccountHttp.proxy("http://p.example.com:3128", Map.of()))
                .isEqualTo(ProxySettings.at("p.example.com", 3128));
        assertThat(AccountHttp.proxy("http://p.example.com", Map.of()).port()).isEqualTo(80);
        assertThat(AccountHttp.proxy("https://p.example.com", Map.of()).port()).isEqualTo(443);
        assertThat(AccountHttp.proxy("http://p:1", Map.of("NO_PROXY", "Git.corp, .example.com,*.x.y,")).direct())
                .containsExactly("git.corp", ".git.corp", "example.com", ".example.com", "x.y", ".x.y");
        assertThatThrownBy(() -> AccountHttp.proxy("http://me:secret@p:1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private ConfiguredValues own(String text) throws IOException {
        Files.writeString(file(), text);
        return new ConfiguredValues(
                machine, threads, Runnable::run, leaving(new Leaving.Written(read(), file(), null)));
    }

    private ConsoleConfig read() throws IOException {
        ConsoleConfigFile read = ConsoleConfigFile.read(Files.readString(file()), file(), machine.home());
        assertThat(read.problems()).isEmpty();
        return read.config();
    }

    private Path file() {
        return folder.resolve("console.yaml");
    }

    private String next() throws InterruptedException {
        String words = heard.poll(60, TimeUnit.SECONDS);
        return words == null ? "nothing was heard" : words;
    }

    private Leaving leaving(Leaving.Written written) {
        return new Leaving() {
            @Override
            public Optional<String> to(Way way) {
                return Optional.empty();
            }

            @Override
            public Leaving.Written written() {
                return written;
            }

            @Override
            public void tellNext(List<String> sentences) {}

            @Override
            public void again() {
                heard.add("again");
            }
        };
    }
}
