package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.provider.kubernetes.PodContainers.Kind;
import dev.signalbox.provider.kubernetes.PodContainers.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PodContainersTest {

    private static final String POD = """
            {"spec": {
                "initContainers": [{"name": "migrate"}, {"name": "proxy", "restartPolicy": "Always"}],
                "containers": [{"name": "app"}, {"name": "exporter"}],
                "ephemeralContainers": [{"name": "debugger"}]},
             "status": {
                "initContainerStatuses": [
                    {"name": "migrate", "restartCount": 0, "state": {"terminated": {"exitCode": 0}}},
                    {"name": "proxy", "restartCount": 2, "state": {"running": {}}}],
                "containerStatuses": [
                    {"name": "app", "restartCount": 1, "state": {"running": {}},
                        "lastState": {"terminated": {"exitCode": 137}}},
                    {"name": "exporter", "restartCount": 0, "state": {"terminated": {"exitCode": 0}}}],
                "ephemeralContainerStatuses": [{"name": "debugger", "state": {"terminated": {"exitCode": 130}}}]}}
            """;

    private static final Source MIGRATE = new Source("migrate", Kind.INIT);
    private static final Source PROXY = new Source("proxy", Kind.SIDECAR);
    private static final Source APP = new Source("app", Kind.MAIN);
    private static final Source EXPORTER = new Source("exporter", Kind.MAIN);
    private static final Source DEBUGGER = new Source("debugger", Kind.EPHEMERAL);

    @Test
    void namesEveryContainerAsWhatItIs() throws Exception {
        assertThat(PodContainers.of(pod(POD))).containsExactly(MIGRATE, PROXY, APP, EXPORTER, DEBUGGER);
        assertThat(PodContainers.of(pod(POD))).extracting(Source::label)
                .containsExactly("migrate (init)", "proxy (sidecar)", "app", "exporter", "debugger (ephemeral)");
    }

    @Test
    void offersThePreviousLogOfThoseThatWereRestarted() throws Exception {
        assertThat(PodContainers.withPrevious(pod(POD))).containsExactly(PROXY, APP);
    }

    @Test
    void asksForThePreviousLogOfAContainerWhoseStatusIsNotTold() throws Exception {
        JsonNode bare = pod("{\"spec\":{\"containers\":[{\"name\":\"app\"}],\"initContainers\":[{\"name\":\"x\"}]}}");
        assertThat(PodContainers.withPrevious(bare)).containsExactly(APP);
    }

    @Test
    void knowsWhatNeverWritesAgain() throws Exception {
        JsonNode pod = pod(POD);
        assertThat(PodContainers.isOver(pod, MIGRATE)).isTrue();
        assertThat(PodContainers.isOver(pod, DEBUGGER)).isTrue();
        assertThat(PodContainers.isOver(pod, PROXY)).isFalse();
        assertThat(PodContainers.isOver(pod, EXPORTER)).as("it may be started again").isFalse();
        JsonNode failed = pod(POD.replaceFirst("\"exitCode\": 0", "\"exitCode\": 1"));
        assertThat(PodContainers.isOver(failed, MIGRATE)).as("it is tried again").isFalse();
    }

    @Test
    void takesNothingFromAnAnswerThatIsNoPod() throws Exception {
        JsonNode odd = pod("{\"spec\":{\"containers\":\"many\",\"initContainers\":7},\"status\":[]}");
        assertThat(PodContainers.of(odd)).isEmpty();
        assertThat(PodContainers.withPrevious(odd)).isEmpty();
        assertThat(PodContainers.isOver(odd, APP)).isFalse();
    }

    private static JsonNode pod(String json) throws IOException {
        return Tree.object(json.getBytes(StandardCharsets.UTF_8));
    }
}
