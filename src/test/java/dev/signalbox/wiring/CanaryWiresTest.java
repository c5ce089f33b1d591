package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.NamespaceList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Fabric8 decides once, when a client is built, whether it writes requests down. That the canary hears nothing of it must
/// come from our turning it off, not from deaf ears: let speak, it is heard.
@Isolated("it looks at what the whole process does")
class CanaryWiresTest {

    private static final String CLIENT = "io.fabric8.kubernetes.client.http";
    private static final String WIRE = CLIENT + ".HttpLoggingInterceptor";

    @TempDir
    private Path folder = Path.of("");

    private final Ears ears = new Ears();
    private final Logger wire = Logger.getLogger(WIRE);

    @AfterEach
    void listenNoMore() {
        QuietWires.use();
        ears.close();
    }

    @Test
    void theClientForClustersIsHeardAtItsLoudestAndStaysOffAllTheSame() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        Machine machine = Machine.here();
        try (Practice practice = Practice.start(machine, folders); Threads threads = new Threads()) {
            SetupDoors doors = new SetupDoors(machine, threads, Map.of("PATH", "/nowhere"));
            Path kubeconfig = practice.addresses().kubeconfig();
            List<String> tokens = Planting.tokensOf(kubeconfig);
            assertThat(tokens).isNotEmpty();
            assertThat(Logger.getLogger(CLIENT).isLoggable(Level.FINEST)).as("all around it is loud").isTrue();

            QuietWires.use();
            ask(doors, kubeconfig);
            assertThat(ears.speakers()).as("turned off by us").doesNotContain(WIRE);
            String quiet = ears.heard();
            assertThat(tokens).noneMatch(quiet::contains);

            wire.setLevel(Level.ALL);
            ask(doors, kubeconfig);
            assertThat(ears.speakers()).as("let speak, it is heard").contains(WIRE);
            assertThat(ears.heard()).as("and would have told each request").contains("/api/v1/namespaces");

            QuietWires.use();
            int before = ears.heard().length();
            ask(doors, kubeconfig);
            assertThat(ears.heard().substring(before)).as("turned off again").doesNotContain(WIRE);
        }
    }

    private static void ask(SetupDoors doors, Path kubeconfig) {
        List<ContextChoice> contexts = doors.clusters().find(List.of(kubeconfig)).contexts();
        assertThat(contexts).isNotEmpty().allSatisfy(context -> assertThat(
                doors.clusters().namespaces(context, Set.of())).isInstanceOf(NamespaceList.Listed.class));
    }
}
