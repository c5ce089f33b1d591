package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.testing.Fx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets are put wherever they may stand: in the environment, in the kubeconfig, in annotations and variables of a
/// workload. Then a person does what people do, with every library's log at its most talkative, and afterwards no piece
/// of any secret is found: on no screen, in no log, in no file, in nothing that was copied.
class CanaryStoryTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringBuffer seen = new StringBuffer();
    private final Ears ears = new Ears();

    @AfterEach
    void listenNoMore() {
        ears.close();
    }

    @Test
    void noPieceOfASecretIsFoundAnywhere() throws Exception {
        Path home = folder.resolve("console");
        Folders team = Folders.below(folder.resolve("team"));
        team.make();
        Practice practice = Practice.start(Machine.here(), team);
        Addresses addresses = practice.addresses();
        Planting.into(addresses);
        Map<String, String> environment = new HashMap<>(practice.on(Machine.here()).environment());
        List<String> shapes = Canaries.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            environment.put("SECRET_TOKEN_" + i, shapes.get(i));
        }
        List<String> ours = new ArrayList<>(List.of(
                addresses.token(), addresses.gitlabToken().replace("glpat-practice-", "")));
        ours.addAll(Planting.tokensOf(addresses.kubeconfig()));
        try (LiveConsole console = LiveConsole.at(
                practice, Machine.here().with(environment), practice.config(), home)) {
            walk(console);
            lookAtAPlanWith(addresses.token(), console);
        }
        Canaries planted = Canaries.planted();
        Canaries held = new Canaries(ours, 12);
        List<String> found = new ArrayList<>();
        for (Canaries canaries : List.of(planted, held)) {
            found.addAll(canaries.in("screens", seen.toString()));
            found.addAll(canaries.in("log", ears.heard()));
            found.addAll(canaries.below(home, Set.of()));
        }
        assertThat(ears.speakers()).as("the logs were listened to").contains("org.sqlite.core.NativeDB");
        assertThat(found).isEmpty();
        assertThat(List.of("checkout", "settings-search", "plan-steps", "ConsoleState["))
                .as("the screens were read")
                .allMatch(words -> seen.indexOf(words) >= 0);
    }

    @Test
    void aTokenThatIsTypedOrPastedIsFoundNowhere() throws Exception {
        Fx.start();
        Folders folders = Folders.below(folder.resolve("own"));
        folders.make();
        Folders teams = Folders.below(folder.resolve("team"));
        teams.make();
        List<String> tokens = Canaries.shapes().stream().filter(shape -> !shape.contains("\n")).toList();
        try (Practice practice = Practice.start(Machine.here(), teams); FirstRun person = new FirstRun(folders)) {
            String host = practice.addresses().github().toString();
            person.signIn(host, tokens.getFirst());
            look(person);
            for (String token : tokens) {
                person.paste(token);
                look(person);
            }
        }
        assertThat(ears.heardOf("org.apache.hc")).as("HttpClient was listened to").isTrue();
        assertThat(seen).as("the wizard was read").contains("account-token");
        Canaries planted = Canaries.planted();
        List<String> found = new ArrayList<>(planted.in("screens", seen.toString()));
        found.addAll(planted.in("log", ears.heard()));
        found.addAll(planted.below(folders.data(), Set.of()));
        assertThat(found).isEmpty();
    }

    private void look(FirstRun person) {
        seen.append(person.everything());
        person.await("step-problem", node -> node.isVisible() && node.getAccessibleText() != null
                && !node.getAccessibleText().isEmpty());
        seen.append(person.everything());
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
        assertThat(planted.in("log", ears.heard())).isNotEmpty();
        Path packed = folder.resolve("leak.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("words " + Canaries.CLASSIC).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(planted.below(packed, Set.of())).as("also in what is packed").isNotEmpty();
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
        assertThat(ears.heard()).doesNotContain("Authorization").doesNotContain(Canaries.CLASSIC);
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

    /// A plan that would put a token of the console, which looks like none, into the form of a workflow.
    private void lookAtAPlanWith(String token, LiveConsole console) throws IOException {
        Intent.TriggerRun intent = console.state("a workflow is known", s -> s.repositories().entrySet().stream()
                .filter(e -> e.getKey().fullName().equals("acme/checkout"))
                .flatMap(e -> e.getValue().workflows().or(List.of()).stream()
                        .filter(w -> w.name().toLowerCase(Locale.ROOT).contains("release"))
                        .map(w -> new Intent.TriggerRun(
                                e.getKey(), w.number(), w.name(), "main",
                                Map.of("version", token, "environment", "staging"))))
                .findFirst());
        console.propose(intent);
        console.awaitShown("plan-steps");
        look(console);
        console.click("plan-copy");
        String copied = Fx.run(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
        assertThat(copied).as("what holds a secret cannot be run").startsWith("# Secrets are left out").contains("•••");
        seen.append(copied);
        console.press(KeyCode.ESCAPE);
        console.awaitGone("plan-sheet");
    }

    private void look(LiveConsole console) {
        seen.append(console.everything()).append('\n');
    }
}
