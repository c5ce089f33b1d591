package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import dev.signalbox.practice.cluster.ClusterOverHttp.Lines;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogOverHttpTest {

    private static final String PODS = "/api/v1/namespaces/shop/pods";

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void readsTheEndOfALog() {
        String log = PODS + "/" + http.get(PODS).names().get(0) + "/log";
        Answer whole = http.get(log);

        assertThat(whole.code()).isEqualTo(200);
        assertThat(whole.text()).startsWith("INFO  main - starting web from r/web:2\n").endsWith(" ms\n");
        assertThat(http.get(log + "?tailLines=3").text().lines()).hasSize(3);
        assertThat(http.get(log + "?tailLines=3&timestamps=true").text())
                .startsWith("2026-11-20T09:59:5")
                .contains("Z INFO  http - GET ");
        assertThat(http.get(log + "?sinceSeconds=10").text().lines().count()).isBetween(5L, 8L);
        assertThat(http.get(log + "?sinceTime=2026-11-20T09:59:55Z").text().lines().count()).isBetween(2L, 5L);
        assertThat(http.get(log + "?limitBytes=10").text()).isEqualTo("INFO  main");
        assertThat(http.get(log).text()).isEqualTo(whole.text());
    }

    @Test
    void saysWhyAContainerHasNoLogYet() {
        http.cluster.behave("r/web:3", PodBehaviour.IMAGE_PULL_ERROR);
        http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "");
        http.run(Duration.ofSeconds(8));
        String name = podOf("r/web:3");

        Answer answer = http.get(PODS + "/" + name + "/log");
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("container \"web\" in pod \"" + name
                + "\" is waiting to start: trying and failing to pull image");
    }

    @Test
    void keepsTheLogOfTheContainerBefore() {
        String healthy = http.get(PODS).names().get(0);
        assertThat(http.get(PODS + "/" + healthy + "/log?previous=true").message())
                .isEqualTo("previous terminated container \"web\" in pod \"" + healthy + "\" not found");

        http.cluster.behave("r/web:3", PodBehaviour.CRASH_LOOP);
        http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "");
        http.run(Duration.ofSeconds(20));
        String log = PODS + "/" + podOf("r/web:3") + "/log";

        assertThat(http.get(log + "?previous=true").text()).contains("starting web from r/web:3",
                "java.lang.IllegalStateException: settings key 'payments.endpoint' is not set");
        assertThat(http.get(log).code()).isEqualTo(200);
    }

    @Test
    void blamesTheMemoryWhenThatWasTheCause() {
        http.cluster.behave("r/web:3", PodBehaviour.OUT_OF_MEMORY);
        http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "");
        http.run(Duration.ofSeconds(20));

        assertThat(http.get(PODS + "/" + podOf("r/web:3") + "/log?previous=true").text()).contains("heap is 98 % full");
    }

    @Test
    void followsUntilThePodIsGone() {
        String name = http.get(PODS).names().get(0);
        try (Lines log = http.follow(PODS + "/" + name + "/log?follow=true&tailLines=1")) {
            assertThat(log.next()).contains("GET ");
            http.run(Duration.ofSeconds(5));
            assertThat(log.next()).contains("GET ");
            http.delete(PODS + "/" + name, "{'gracePeriodSeconds':0}");
            String line = log.next();
            while (line.contains("GET ")) {
                line = log.next();
            }
            assertThat(line).isEqualTo("END");
        }
    }

    @Test
    void followsAContainerToItsBitterEndAndNotIntoTheNextOne() {
        String name = http.get(PODS).names().get(0);
        try (Lines log = http.follow(PODS + "/" + name + "/log?follow=true&tailLines=2")) {
            List<String> printed = new ArrayList<>(List.of(log.next(), log.next()));
            http.cluster.behave("r/web:2", PodBehaviour.CRASH_LOOP);
            for (int second = 0; second < 10 && restarts(name) == 0; second++) {
                http.run(Duration.ofSeconds(1));
            }
            for (String line = log.next(); !line.equals("END"); line = log.next()) {
                printed.add(line);
            }

            assertThat(printed)
                    .contains("java.lang.IllegalStateException: settings key 'payments.endpoint' is not set");
            assertThat(printed.subList(2, printed.size())).noneMatch(line -> line.contains("starting web"));
            assertThat(printed).filteredOn(line -> line.startsWith("ERROR")).hasSize(1);
        }
    }

    @Test
    void refusesAContainerThatThePodDoesNotHave() {
        String log = PODS + "/" + http.get(PODS).names().get(0) + "/log";

        assertThat(http.get(log + "?container=web").code()).isEqualTo(200);
        assertThat(http.get(log + "?container=proxy").code()).isEqualTo(400);
        assertThat(http.get(PODS + "/none/log").code()).isEqualTo(404);
        assertThat(http.post(log, "{}").code()).isEqualTo(403);
    }

    private int restarts(String pod) {
        return http.get(PODS + "/" + pod).body().at("/status/containerStatuses/0/restartCount").asInt();
    }

    private String podOf(String image) {
        return http.get(PODS).body().path("items").valueStream()
                .filter(pod -> pod.at("/spec/containers/0/image").asText().equals(image))
                .map(Fields::name)
                .findFirst()
                .orElseThrow();
    }
}
