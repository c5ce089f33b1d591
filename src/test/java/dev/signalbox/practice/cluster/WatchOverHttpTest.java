package dev.signalbox.practice.cluster;

import static dev.signalbox.practice.cluster.ClusterOverHttp.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.ClusterOverHttp.MERGE_PATCH;
import static dev.signalbox.practice.cluster.ClusterOverHttp.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.ClusterOverHttp.Lines;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchOverHttpTest {

    private static final String PODS = "/api/v1/namespaces/shop/pods";

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void startsWithWhatExistsWhenNoVersionIsGiven() {
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=1")) {
            assertThat(watch.code).isEqualTo(200);
            assertThat(watch.brief()).isEqualTo("ADDED web");
            label("a", "b");
            JsonNode event = watch.event();
            assertThat(event.path("type").asText()).isEqualTo("MODIFIED");
            assertThat(event.at("/object/metadata/labels/a").asText()).isEqualTo("b");
            assertThat(event.at("/object/kind").asText()).isEqualTo("Deployment");
        }
    }

    @Test
    void continuesFromTheVersionOfAListWithoutLossOrRepetition() {
        String version = http.get(DEPLOYMENTS).body().at("/metadata/resourceVersion").asText();
        label("step", "one");
        label("step", "two");
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=true&resourceVersion=" + version)) {
            label("step", "three");
            assertThat(step(watch)).isEqualTo("one");
            assertThat(step(watch)).isEqualTo("two");
            assertThat(step(watch)).isEqualTo("three");
        }
    }

    @Test
    void seesARolloutPodByPod() {
        String version = http.get(PODS).body().at("/metadata/resourceVersion").asText();
        try (Lines watch = http.follow(PODS + "?watch=1&resourceVersion=" + version)) {
            http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "release 3");
            http.run(Duration.ofSeconds(30));

            int deleted = 0;
            int added = 0;
            while (deleted < 3) {
                String type = watch.event().path("type").asText();
                added += type.equals("ADDED") ? 1 : 0;
                deleted += type.equals("DELETED") ? 1 : 0;
            }
            assertThat(added).isEqualTo(3);
        }
        assertThat(http.cluster.rolloutOf("shop", "Deployment", "web").done()).isTrue();
    }

    @Test
    void saysInTheStreamThatAVersionIsTooOld() {
        String version = http.get(DEPLOYMENTS).body().at("/metadata/resourceVersion").asText();
        label("a", "b");
        http.cluster.compactHistory();
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=1&resourceVersion=" + version)) {
            assertThat(watch.code).isEqualTo(200);
            JsonNode event = watch.event();
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.at("/object/code").asInt()).isEqualTo(410);
            assertThat(event.at("/object/reason").asText()).isEqualTo("Expired");
            assertThat(event.at("/object/kind").asText()).isEqualTo("Status");
            assertThat(watch.next()).isEqualTo("END");
        }
    }

    @Test
    void streamsAListAndMarksItsEnd() {
        try (Lines watch = http.follow(PODS + "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
                + "&allowWatchBookmarks=true")) {
            for (int pod = 0; pod < 3; pod++) {
                assertThat(watch.brief()).startsWith("ADDED web-");
            }
            JsonNode mark = watch.event();
            assertThat(mark.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(mark.at("/object/metadata/annotations/k8s.io~1initial-events-end").asText()).isEqualTo("true");
            assertThat(mark.at("/object/metadata/resourceVersion").asLong()).isPositive();
        }
        assertThat(http.get(PODS + "?watch=1&sendInitialEvents=true").code()).isEqualTo(422);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        String version = http.get(DEPLOYMENTS).body().at("/metadata/resourceVersion").asText();
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=1&timeoutSeconds=1&allowWatchBookmarks=true"
                + "&resourceVersion=" + version)) {
            JsonNode mark = watch.event();
            assertThat(mark.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(mark.at("/object/metadata/resourceVersion").asText()).isEqualTo(version);
            assertThat(watch.next()).isEqualTo("END");
        }
    }

    @Test
    void turnsEnteringAndLeavingASelectionIntoAddedAndDeleted() {
        String version = http.get(DEPLOYMENTS).body().at("/metadata/resourceVersion").asText();
        try (Lines watch = http.follow(
                DEPLOYMENTS + "?watch=1&labelSelector=tier%3Dfront&resourceVersion=" + version)) {
            label("tier", "back");
            label("tier", "front");
            label("more", "x");
            label("tier", "back");
            assertThat(watch.brief()).isEqualTo("ADDED web");
            assertThat(watch.brief()).isEqualTo("MODIFIED web");
            assertThat(watch.brief()).isEqualTo("DELETED web");
        }
    }

    @Test
    void watchesOneNameOnly() {
        try (Lines watch = http.follow("/apis/apps/v1/deployments?watch=1&fieldSelector=metadata.name%3Dnone")) {
            label("a", "b");
            http.cluster.setReachable(false);
            assertThat(watch.next()).isEqualTo("BROKEN");
        }
    }

    @Test
    void breaksInTheMiddleWhenTheClusterGoesAwayAndContinuesAfterwards() {
        String version = http.get(DEPLOYMENTS).body().at("/metadata/resourceVersion").asText();
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=1&resourceVersion=" + version)) {
            http.cluster.setReachable(false);
            assertThat(watch.next()).isEqualTo("BROKEN");
        }
        http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "");
        http.cluster.setReachable(true);
        try (Lines watch = http.follow(DEPLOYMENTS + "?watch=1&resourceVersion=" + version)) {
            assertThat(watch.brief()).isEqualTo("MODIFIED web");
        }
    }

    private void label(String key, String value) {
        assertThat(http.patch(WEB, MERGE_PATCH, "{'metadata':{'labels':{'" + key + "':'" + value + "'}}}").code())
                .isEqualTo(200);
    }

    private static String step(Lines watch) {
        return watch.event().at("/object/metadata/labels/step").asText();
    }
}
