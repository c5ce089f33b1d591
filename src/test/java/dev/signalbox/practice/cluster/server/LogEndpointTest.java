package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogEndpointTest {

    private static final String LOG = PODS + "/web-0/log";
    private static final String RUNNING = "{'name':'web','state':{'running':{}}}";

    private final ServerInMemory server = new ServerInMemory();

    @BeforeEach
    void printThreeLines() {
        server.logs.prints("2026-11-20T09:59:50Z", "starting");
        server.logs.prints("2026-11-20T09:59:55.250Z", "grüßt");
        server.logs.prints("2026-11-20T10:00:00Z", "ready");
        server.logs.printedBefore("2026-11-20T09:00:00Z", "out of memory");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | starting~grüßt~ready~
            tailLines=1                     | ready~
            sinceSeconds=5                  | grüßt~ready~
            sinceTime=2026-11-20T10:00:00Z  | ready~
            limitBytes=11                   | starting~gr
            limitBytes=4&tailLines=1        | read
            timestamps=true&tailLines=2     | 2026-11-20T09:59:55.250Z grüßt~2026-11-20T10:00:00Z ready~
            timestamps&tailLines=1          | 2026-11-20T10:00:00Z ready~
            container=web&tailLines=1       | ready~
            previous=true                   | out of memory~
            previous=true&follow=true       | out of memory~
            """)
    void printsWhatIsAskedFor(String query, String expected) {
        pod("{'name':'web'}", "{'name':'web','state':{'running':{}},'lastState':{'terminated':{'exitCode':137}}}");
        Answer log = server.get(LOG + "?" + query);

        assertThat(log.code()).isEqualTo(200);
        assertThat(log.type()).isEqualTo("text/plain");
        assertThat(log.text().replace('\n', '~')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'name':'web','state':{'waiting':{'reason':'ErrImagePull'}}}               | container "web" in pod "web-0" is waiting to start: trying and failing to pull image
            {'name':'web','state':{'waiting':{'reason':'ImagePullBackOff'}}}           | container "web" in pod "web-0" is waiting to start: trying and failing to pull image
            {'name':'web','state':{'waiting':{'reason':'ContainerCreating'}}}          | container "web" in pod "web-0" is waiting to start: ContainerCreating
            {'name':'web','state':{'waiting':{'reason':'CreateContainerConfigError'}}} | container "web" in pod "web-0" is waiting to start: CreateContainerConfigError
            {'name':'other','state':{'running':{}}}                                    | container "web" in pod "web-0" is waiting to start: PodInitializing
            """)
    void saysWhyThereIsNoLogYet(String status, String message) {
        pod("{'name':'web'}", status);
        Answer refused = server.get(LOG);

        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.reason()).isEqualTo("BadRequest");
        assertThat(refused.message()).isEqualTo(message);
    }

    @Test
    void givesTheLogOfAContainerThatWaitsToBeStartedAgain() {
        pod("{'name':'web'}", "{'name':'web','state':{'waiting':{'reason':'CrashLoopBackOff'}},"
                + "'lastState':{'terminated':{'exitCode':1}}}");

        assertThat(server.get(LOG).text()).startsWith("starting\n");
    }

    @Test
    void saysThatThereWasNoContainerBefore() {
        pod("{'name':'web'}", RUNNING);

        assertThat(server.get(LOG + "?previous=true").message())
                .isEqualTo("previous terminated container \"web\" in pod \"web-0\" not found");
    }

    @Test
    void asksWhichContainerOfSeveralIsMeant() {
        pod("{'name':'web'},{'name':'proxy'}", RUNNING + ",{'name':'proxy','state':{'running':{}}}");

        assertThat(server.get(LOG).message())
                .isEqualTo("a container name must be specified for pod web-0, choose one of: [web proxy]");
        assertThat(server.get(LOG + "?container=proxy").code()).isEqualTo(200);
        assertThat(server.get(LOG + "?container=none").message())
                .isEqualTo("container none is not valid for pod web-0");
    }

    @ParameterizedTest
    @CsvSource({"tailLines=-1, 422", "limitBytes=0, 422", "sinceSeconds=-3, 422", "sinceTime=now, 400",
        "sinceSeconds=99999999999999999999, 400"})
    void refusesOptionsThatMakeNoSenseInsteadOfHangingUp(String query, int code) {
        pod("{'name':'web'}", RUNNING);

        assertThat(server.get(LOG + "?" + query).code()).isEqualTo(code);
    }

    @Test
    void followsNothingWhenNoContainerRuns() {
        pod("{'name':'web'}", "{'name':'web','state':{'waiting':{'reason':'CrashLoopBackOff'}},"
                + "'lastState':{'terminated':{'exitCode':1}}}");
        Answer log = server.get(LOG + "?follow=true&tailLines=1&timestamps=true");

        assertThat(log.text()).isEqualTo("2026-11-20T10:00:00Z ready\n");
        assertThat(log.ended()).isTrue();
    }

    @Test
    void printsWhatTheContainerSaidAfterItWasLastLookedAtAndThenEnds() {
        pod("{'name':'web'}", "{'name':'web','state':{'running':{'startedAt':'2026-11-20T09:59:50Z'}}}");
        server.logs.afterALook(() -> {
            server.logs.prints("2026-11-20T10:00:00Z", "fatal");
            server.store.update(new ObjectKey(ResourceKinds.PODS, "shop", "web-0"), Commit.STORE, pod -> {
                Fields.child(pod, "status").set("containerStatuses", Fields.newArray().add(ServerInMemory.object(
                        "{'name':'web','state':{'terminated':{'exitCode':1}}}")));
                return pod;
            });
        });

        assertThat(server.get(LOG + "?follow=true&tailLines=1").text()).isEqualTo("ready\nfatal\n");
    }

    @Test
    void needsThePermissionThatIsForLogsAlone() {
        pod("{'name':'web'}", RUNNING);
        server.access.deny("get", "pods/log", "shop");

        assertThat(server.get(LOG).code()).isEqualTo(403);
        assertThat(server.get(PODS + "/web-0").code()).isEqualTo(200);
    }

    @Test
    void isReadAndNothingElse() {
        pod("{'name':'web'}", RUNNING);
        server.access.grant("*", "*", "*");

        assertThat(server.delete(LOG, "").code()).isEqualTo(405);
        assertThat(server.put(LOG, "{}").code()).isEqualTo(405);
        assertThat(server.get(PODS + "/none/log").message()).isEqualTo("pods \"none\" not found");
        assertThat(server.get(PODS + "/web-0/exec").code()).isEqualTo(404);
    }

    private void pod(String containers, String statuses) {
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'web-0','namespace':'shop'},'spec':{'containers':["
                + containers + "]},'status':{'containerStatuses':[" + statuses + "]}}");
    }
}
