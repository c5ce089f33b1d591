package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.cluster.WorkloadSample;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Patches, commands, selectors and addresses as text.
class RequestTextTest {

    private static final Workload SEEN = WorkloadSample.deployment().workload();

    @Test
    void everyPatchTestsIdentityAndGenerationFirst() {
        assertThat(GuardedPatch.of(SEEN).set("/spec/replicas", IntNode.valueOf(2)).text()).isEqualTo(
                "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"uid-1\"},"
                        + "{\"op\":\"test\",\"path\":\"/metadata/generation\",\"value\":7},"
                        + "{\"op\":\"add\",\"path\":\"/spec/replicas\",\"value\":2}]");
    }

    @Test
    void annotationsAreAddedOneByOneSoThatOthersStay() {
        String text = new GuardedPatch().annotate("/a", Map.of("x", ""), Map.of("k.io/n~1", "v")).text();
        assertThat(text).isEqualTo("[{\"op\":\"add\",\"path\":\"/a/k.io~1n~01\",\"value\":\"v\"}]");
    }

    @Test
    void aMissingMapIsMadeOnlyIfItIsStillMissing() {
        String text = new GuardedPatch().annotate("/a", Map.of(), Map.of("k", "v")).text();
        assertThat(text).isEqualTo("[{\"op\":\"test\",\"path\":\"/a\",\"value\":null},"
                + "{\"op\":\"add\",\"path\":\"/a\",\"value\":{}},{\"op\":\"add\",\"path\":\"/a/k\",\"value\":\"v\"}]");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
        "prod-eu,prod-eu", "a b,'a b'", "it's,'it'\\''s'", "$(rm -rf),'$(rm -rf)'", "-rf,'-rf'", "~~,''", "a;b,'a;b'"
    })
    void quotesForTheShell(String text, String quoted) {
        assertThat(KubectlText.quoted(text)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's `id` $HOME \"x\" \\ !!", "line\nbreak", "--flag", "ünï ✓"})
    void aShellSeesJustTheText(String text) throws IOException, InterruptedException {
        if (!java.nio.file.Files.isExecutable(java.nio.file.Path.of("/bin/sh"))) {
            return;
        }
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + KubectlText.quoted(text)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void anEventNamesItsWorkloadAndCannotBeWrittenTwice() {
        Instant at = Instant.parse("2026-11-20T10:00:00.123456Z");
        String event = WorkloadEvent.json(SEEN, "RolledBack", "x".repeat(2000), at);
        assertThat(event).contains("\"uid\":\"uid-1\"", "\"eventTime\":\"2026-11-20T10:00:00.123456Z\"");
        assertThat(WorkloadEvent.json(SEEN, "RolledBack", "x".repeat(2000), at)).isEqualTo(event);
        assertThat(event).doesNotContain("x".repeat(1025));
    }

    @Test
    void writesSelectorsWithExpressions() {
        String query = Selectors.query(json("{'matchLabels':{'app':'web'},'matchExpressions':["
                + "{'key':'t','operator':'In','values':['a','b']},{'key':'x','operator':'DoesNotExist'},"
                + "{'key':'y','operator':'Exists'},{'key':'z','operator':'NotIn','values':['c']},{'key':'q','operator':'New'}]}"));
        assertThat(URI.create("http://h/" + query).getQuery())
                .isEqualTo("labelSelector=app=web,t in (a,b),!x,y,z notin (c)");
        assertThat(Selectors.query(json("{}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"../x,..%2Fx", "a/b,a%2Fb", "a?b,a%3Fb", "a#b,a%23b", "a;b,a%3Bb", "a b,a%20b", "%2e%2e,%252e%252e"})
    void aNameIsOneSegment(String name, String segment) {
        ApiPaths paths = new ApiPaths(URI.create("https://h:1/k"));
        WorkloadKey key = new WorkloadKey(Rig.PROD, name, WorkloadKind.DEPLOYMENT, name);
        assertThat(paths.workload(key, ""))
                .hasToString("https://h:1/k/apis/apps/v1/namespaces/" + segment + "/deployments/" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void dotsAreNoNames(String name) {
        assertThatThrownBy(() -> ApiPaths.segment(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
