package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two operators with a console each, on one team; and what is written down meanwhile.
@Execution(ExecutionMode.CONCURRENT)
class TwoConsolesTest {

    private static final WorkloadKey KEY = LiveConsole.CHECKOUT;

    @TempDir
    private Path folder;

    @Test
    void oneWinsAndTheOtherIsToldAndNoTokenIsWrittenAnywhere() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        String token;
        try (EverythingLogged log = new EverythingLogged(heard);
                Practice practice = Practice.start(Machine.here(), folders("team"));
                Engine ada = engine(practice, "ada");
                Engine ben = engine(practice, "ben")) {
            assertThat(log).isNotNull();
            token = practice.addresses().token();
            Workload seen = await(ada, "checkout is quiet", s -> LiveConsole.seen(s, KEY)
                    .filter(w -> w.image().map(i -> i.version().equals("v2.14.1")).orElse(false)));
            Intent.RollBack back = rollBack(seen);
            Draft.Ready first = ready(ada, back);
            Draft.Ready second = ready(ben, back);

            ada.operator().confirm(first.id());
            ben.operator().confirm(second.id());

            ActionRecord one = end(ada, first);
            ActionRecord two = end(ben, second);
            boolean adaWon = one.phase() == ActionRecord.Phase.DONE;
            ActionRecord won = adaWon ? one : two;
            ActionRecord lost = adaWon ? two : one;
            assertThat(won.phase()).as(won.words()).isEqualTo(ActionRecord.Phase.DONE);
            assertThat(lost.phase()).as(lost.words()).isIn(ActionRecord.Phase.STOPPED, ActionRecord.Phase.FAILED);
            assertThat(lost.words()).containsAnyOf(adaWon ? "ada" : "ben", "signalbox");
            assertThat(LiveConsole.seen((adaWon ? ada : ben).store().current(), KEY).orElseThrow().generation())
                    .as("one PATCH took effect").isEqualTo(seen.generation() + 1);
            heard.add(ada.store().current().toString());
            heard.add(ben.store().current().toString());
        }
        assertThat(heard).noneMatch(line -> line.contains(token) || line.contains(token.substring(9, 21)));
        assertNotKept(token.substring(9, 21), folder.resolve("ada"));
        assertNotKept(token.substring(9, 21), folder.resolve("ben"));
    }

    private static Intent.RollBack rollBack(Workload seen) {
        var target = seen.revisions().stream().filter(r -> r.version().equals("v2.14.0")).findFirst().orElseThrow();
        return new Intent.RollBack(
                KEY, seen.uid(), seen.generation(), target.uid(), target.hash(), target.version(), "it crashes");
    }

    private static Draft.Ready ready(Engine engine, Intent intent) throws IOException {
        DraftId id = engine.operator().prepare(intent);
        Draft draft = await(engine, "the plan is there", s -> Optional.ofNullable(s.drafts().get(id))
                .filter(d -> !(d instanceof Draft.Preparing)));
        assertThat(draft).isInstanceOf(Draft.Ready.class);
        return (Draft.Ready) draft;
    }

    private static ActionRecord end(Engine engine, Draft.Ready ready) throws IOException {
        return await(engine, "it ends", s -> Optional.ofNullable(s.actions().get(ready.plan().id()))
                .filter(a -> a.phase().isEnd()));
    }

    private Engine engine(Practice practice, String name) throws IOException {
        Machine here = practice.on(Machine.here());
        Machine theirs = new Machine(
                here.system(), here.environment(), here.home(), here.clock(), here.ticker(), here.random(),
                name + "@desk");
        return Engine.start(theirs, practice.config(), List.of(), folders(name));
    }

    private Folders folders(String name) throws IOException {
        Folders folders = Folders.below(folder.resolve(name));
        folders.make();
        return folders;
    }

    private static <T> T await(Engine engine, String what, Function<ConsoleState, Optional<T>> wanted)
            throws IOException {
        return new Waiting(engine.store()).until(what, Duration.ofSeconds(90), wanted);
    }

    private static void assertNotKept(String secret, Path kept) throws IOException {
        try (var files = Files.walk(kept)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString()).doesNotContain(secret);
            }
        }
    }

    private static final class EverythingLogged extends Handler implements AutoCloseable {

        private final Logger root = Logger.getLogger("");
        private final Level before = root.getLevel();
        private final List<String> heard;

        EverythingLogged(List<String> heard) {
            this.heard = heard;
            setLevel(Level.ALL);
            root.setLevel(Level.ALL);
            root.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            heard.add(line.getMessage() + java.util.Arrays.toString(line.getParameters()) + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
            root.setLevel(before);
        }
    }
}
