package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.testing.Fx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets are put wherever they may stand: in the environment, in the kubeconfig, in annotations and variables of a
/// workload. Then a person does what people do, with every library's log at its most talkative, and afterwards no piece
/// of any secret is found: on no screen, in no log, in no file, in nothing that was copied.
class CanaryStoryTest {

    private static final List<String> TALKATIVE =
            List.of("", "org.apache.hc", "io.fabric8", "org.eclipse.jgit", "dev.signalbox", "jdk", "sun.net");

    @TempDir
    private Path folder = Path.of("");

    private final StringBuffer heard = new StringBuffer();
    private final Set<String> speakers = ConcurrentHashMap.newKeySet();
    private final StringBuffer seen = new StringBuffer();
    private final Map<Logger, Optional<Level>> levels = new HashMap<>();
    private final Handler ear = new Ear(heard, speakers);

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        for (String name : TALKATIVE) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, Optional.ofNullable(logger.getLevel()));
            logger.setLevel(Level.ALL);
        }
        // The practice servers run in this process, and what they hear is theirs.
        Logger theirs = Logger.getLogger("com.sun.net.httpserver");
        levels.put(theirs, Optional.ofNullable(theirs.getLevel()));
        theirs.setLevel(Level.OFF);
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(ear);
        levels.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
    }

    @Test
    void noPieceOfASecretIsFoundAnywhere() throws Exception {
        Path home = folder.resolve("console");
        Folders team = Folders.below(folder.resolve("team"));
        team.make();
        Practice practice = Practice.start(Machine.here(), team);
        Addresses addresses = practice.addresses();
        plant(addresses);
        Map<String, String> environment = new HashMap<>(practice.on(Machine.here()).environment());
        List<String> shapes = Canaries.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            environment.put("SECRET_TOKEN_" + i, shapes.get(i));
        }
        List<String> ours = new ArrayList<>(List.of(
                addresses.token(), addresses.gitlabToken().replace("glpat-practice-", "")));
        ours.addAll(tokensOf(addresses.kubeconfig()));
        try (LiveConsole console = LiveConsole.at(
                practice, Machine.here().with(environment), practice.config(), home)) {
            walk(console);
        }
        Canaries planted = Canaries.planted();
        Canaries held = new Canaries(ours, 12);
        List<String> found = new ArrayList<>();
        for (Canaries canaries : List.of(planted, held)) {
            found.addAll(canaries.in("screens", seen.toString()));
            found.addAll(canaries.in("log", heard.toString()));
            found.addAll(canaries.below(home, Set.of()));
        }
        assertThat(speakers).as("the logs were listened to").contains("org.sqlite.core.NativeDB");
        assertThat(found).isEmpty();
        assertThat(List.of("checkout", "settings-search", "plan-steps", "ConsoleState["))
                .as("the screens were read")
                .allMatch(words -> seen.indexOf(words) >= 0);
    }

    @Test
    void aLeakWouldBeFound() throws Exception {
        Canaries planted = Canaries.planted();
        for (String shape : Canaries.shapes()) {
            String hidden = shape.replaceAll("^[^A-Za-z]*[A-Za-z_-]*[_-](?=[A-Z])", "");
            String piece = hidden.substring(hidden.length() / 2 - 3, hidden.length() / 2 + 3);
            assertThat(planted.in("text", "some words " + piece + " and more")).as(piece).hasSize(1);
            Files.writeString(folder.resolve("leak.bin"), "\0\0" + piece + "\0");
            assertThat(planted.below(folder, Set.of())).hasSize(1);
            assertThat(planted.below(folder, Set.of(folder.resolve("leak.bin")))).isEmpty();
        }
        Logger.getLogger("io.fabric8.of.a.test").finest("Authorization: " + Canaries.CLASSIC);
        assertThat(planted.in("log", heard.toString())).isNotEmpty();
        assertThat(planted.in("text", "checkout v2.14.1 8f41c2e production")).isEmpty();
    }

    @Test
    void librariesThatWriteRequestsDownStayOff() {
        QuietWires.use();
        for (String wire : List.of(
                "org.apache.hc.client5.http.wire", "org.apache.hc.client5.http.headers",
                "io.fabric8.kubernetes.client.http.HttpLoggingInterceptor",
                "sun.net.www.protocol.http.HttpURLConnection")) {
            Logger.getLogger(wire).severe("Authorization: Bearer " + Canaries.CLASSIC);
        }
        assertThat(heard).isEmpty();
    }

    /// What people do: every screen, a service's drawer, a plan with its requests, copied; then it is done.
    private void walk(LiveConsole console) throws IOException {
        console.awaitShown("cell-checkout-production");
        console.state("the planted one is seen", s -> LiveConsole.seen(s, LiveConsole.CHECKOUT)
                .filter(w -> s.workloads().size() >= 36));
        look(console);
        for (String screen : List.of("runs", "approvals", "activity", "settings", "board")) {
            console.click("nav-" + screen);
            look(console);
        }
        console.press(KeyCode.CONTROL, KeyCode.K);
        console.awaitFocus("palette-field");
        console.type("roll back checkout production");
        console.awaitWords("palette-list", words -> words.contains("Roll back checkout in production"));
        look(console);
        console.press(KeyCode.ENTER);
        console.awaitFocus("plan-name");
        look(console);
        console.click("plan-copy");
        seen.append(Fx.run(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")));
        console.write("plan-name", "production");
        console.click("plan-confirm");
        console.state("it is in the journal", s -> s.actions().values().stream()
                .filter(a -> a.phase().isEnd())
                .findFirst());
        look(console);
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
        console.click("nav-activity");
        look(console);
        seen.append(console.engine.store().current());
    }

    private void look(LiveConsole console) {
        seen.append(console.everything()).append('\n');
    }

    /// As a careless colleague would: the whole object in an annotation, secrets in plain variables.
    private static void plant(Addresses addresses) throws IOException, InterruptedException {
        StringBuilder variables = new StringBuilder();
        List<String> shapes = Canaries.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            variables.append(i == 0 ? "" : ",").append("{\"name\":\"SECRET_").append(i).append("\",\"value\":\"")
                    .append(shapes.get(i).replace("\n", "\\n")).append("\"}");
        }
        String applied = ("{\"env\":[" + variables + "]}").replace("\\", "\\\\").replace("\"", "\\\"");
        String patch = "{\"metadata\":{\"annotations\":{\"kubectl.kubernetes.io/last-applied-configuration\":\""
                + applied + "\"}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"checkout\",\"env\":["
                + variables + "]}]}}}}";
        List<String> tokens = tokensOf(addresses.kubeconfig());
        List<URI> servers = serversOf(addresses.kubeconfig());
        List<Integer> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < servers.size(); i++) {
                for (String token : tokens) {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(URI.create(servers.get(i)
                                    + "/apis/apps/v1/namespaces/production/deployments/checkout"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/strategic-merge-patch+json")
                                    .method("PATCH", HttpRequest.BodyPublishers.ofString(patch))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    answers.add(answer.statusCode());
                }
            }
        }
        assertThat(answers).as("one of the clusters took it").contains(200);
    }

    private static List<String> tokensOf(Path kubeconfig) throws IOException {
        return Pattern.compile("token: \"?([^\"\\s]+)").matcher(Files.readString(kubeconfig)).results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<URI> serversOf(Path kubeconfig) throws IOException {
        return Pattern.compile("server: \"?([^\"\\s]+)").matcher(Files.readString(kubeconfig)).results()
                .map(found -> URI.create(found.group(1)))
                .toList();
    }

    /// Writes down what is logged as a log file would, with what was thrown.
    private static final class Ear extends Handler {

        private final StringBuffer heard;
        private final Set<String> speakers;
        private final SimpleFormatter words = new SimpleFormatter();

        Ear(StringBuffer heard, Set<String> speakers) {
            this.heard = heard;
            this.speakers = speakers;
        }

        @Override
        public void publish(LogRecord said) {
            speakers.add(String.valueOf(said.getLoggerName()));
            heard.append(said.getLoggerName()).append(' ').append(words.format(said));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
