package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.server.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodLogsTest {

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private final PodLogs logs = new PodLogs();
    private final ObjectNode ready = pod("{'running':{'startedAt':'2026-11-20T09:00:00Z'}}", "{}", "True");

    @Test
    void beginsWithTheImageThatRuns() {
        List<LogLine> lines = logs.current(ready, "web", START.plusSeconds(10));

        assertThat(lines.get(0)).isEqualTo(new LogLine(START, "INFO  main - starting web from r/web:1"));
        assertThat(lines).extracting(LogLine::at).isSorted();
    }

    @Test
    void tellsItsSettingsAsCarelessProgramsDo() {
        ObjectNode careless = ready.deepCopy();
        ObjectNode container = (ObjectNode) careless.path("spec").path("containers").path(0);
        container.putArray("env").addObject().put("name", "KEY").put("value", "two\nlines");

        assertThat(logs.current(careless, "web", START.plusSeconds(10)))
                .contains(new LogLine(START.plusMillis(400), "DEBUG settings - KEY=two lines"));
        assertThat(logs.current(careless, "web", START.plusSeconds(10))).extracting(LogLine::at).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 60, 3_600, 86_400})
    void tellsTheSameStoryWheneverItIsAsked(long seconds) {
        Instant now = START.plusSeconds(seconds);
        List<LogLine> before = logs.current(ready, "web", now);
        List<LogLine> after = logs.current(ready, "web", now.plusSeconds(30));

        assertThat(before).isEqualTo(logs.current(ready, "web", now));
        assertThat(after.stream().filter(line -> !line.at().isAfter(now)).toList())
                .endsWith(before.get(before.size() - 1));
        assertThat(after).allMatch(line -> !line.at().isAfter(now.plusSeconds(31)));
    }

    @Test
    void keepsNoMoreThanAFewHundredRequests() {
        assertThat(logs.current(ready, "web", START.plus(Duration.ofDays(30)))).hasSizeLessThanOrEqualTo(503);
    }

    @Test
    void servesNobodyUntilItIsReady() {
        ObjectNode starting = pod("{'running':{'startedAt':'2026-11-20T09:00:00Z'}}", "{}", "False");

        assertThat(logs.current(starting, "web", START.plusSeconds(600)))
                .noneMatch(line -> line.text().contains("GET "));
        assertThat(logs.current(ready, "web", START.plusSeconds(600))).anyMatch(line -> line.text().contains("GET "));
    }

    @Test
    void endsWithTheReasonOfACrash() {
        String ended = "{'terminated':{'exitCode':1,'startedAt':'2026-11-20T09:00:00Z',"
                + "'finishedAt':'2026-11-20T09:00:02Z'}}";
        ObjectNode crashed = pod("{'waiting':{'reason':'CrashLoopBackOff'}}", ended, "False");

        assertThat(logs.current(crashed, "web", START.plusSeconds(60)))
                .isEqualTo(logs.previous(crashed, "web"))
                .anyMatch(line -> line.text().contains("IllegalStateException"))
                .allMatch(line -> !line.at().isAfter(START.plusSeconds(2)));
    }

    @Test
    void blamesTheMemoryForAKill() {
        String ended = "{'terminated':{'exitCode':137,'startedAt':'2026-11-20T09:00:00Z',"
                + "'finishedAt':'2026-11-20T09:00:02Z'}}";
        ObjectNode killed = pod("{'terminated':{}}", ended, "False");

        assertThat(logs.previous(killed, "web")).last()
                .isEqualTo(new LogLine(START.plusSeconds(2), "WARN  memory - heap is 98 % full"));
    }

    @Test
    void isEmptyWhereNothingEverRan() {
        ObjectNode young = pod("{'waiting':{'reason':'ContainerCreating'}}", "{}", "False");

        assertThat(logs.current(young, "web", START)).isEmpty();
        assertThat(logs.previous(ready, "web")).isEmpty();
        assertThat(logs.current(ready, "other", START)).isEmpty();
    }

    private static ObjectNode pod(String state, String lastState, String isReady) {
        return ClusterInTime.json("{'metadata':{'uid':'u-1'},'spec':{'containers':[{'name':'web','image':'r/web:1'}]},"
                + "'status':{'conditions':[{'type':'Ready','status':'" + isReady + "'}],'containerStatuses':"
                + "[{'name':'web','state':" + state + ",'lastState':" + lastState + "}]}}");
    }
}
