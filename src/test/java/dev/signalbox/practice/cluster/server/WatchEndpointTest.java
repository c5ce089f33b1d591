package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Watches that have all their changes before they begin, and a clock that moves on by a minute at every look: they end
/// by themselves.
class WatchEndpointTest {

    private static final ObjectKey WEB = new ObjectKey(ResourceKinds.PODS, "shop", "web-0");

    private final AtomicLong minutes = new AtomicLong();
    private final ServerInMemory server = new ServerInMemory(
            () -> Duration.ofMinutes(minutes.incrementAndGet()).toNanos());

    @BeforeEach
    void startWithOnePod() {
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'web-0','namespace':'shop','labels':{'side':'a'}}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsEachChangeInItsOrder() {
        long then = server.store.version();
        label("side", "b");
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'web-1','namespace':'shop'}}");
        server.store.delete(WEB, Commit.STORE, same -> {});

        assertThat(watch("resourceVersion=" + then).briefly())
                .containsExactly("MODIFIED web-0", "ADDED web-1", "DELETED web-0");
    }

    @Test
    void givesEveryEventTheVersionThatTheNextWatchCanContinueFrom() {
        long then = server.store.version();
        label("side", "b");
        label("side", "c");
        List<JsonNode> all = watch("resourceVersion=" + then).events();
        String afterFirst = all.get(0).at("/object/metadata/resourceVersion").asText();

        assertThat(all).hasSize(2);
        assertThat(watch("resourceVersion=" + afterFirst).events()).containsExactly(all.get(1));
    }

    @Test
    void startsWithWhatExistsForVersionZeroAndForNone() {
        assertThat(watch("").briefly()).containsExactly("ADDED web-0");
        assertThat(watch("resourceVersion=0").briefly()).containsExactly("ADDED web-0");
    }

    @Test
    void tellsAnObjectThatLeavesASelectionAsTheWatcherKnewIt() {
        long then = server.store.version();
        label("side", "b");
        long left = server.store.version();

        List<JsonNode> events = watch("labelSelector=side%3Da&resourceVersion=" + then).events();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("type").asText()).isEqualTo("DELETED");
        assertThat(events.get(0).at("/object/metadata/labels/side").asText()).isEqualTo("a");
        assertThat(events.get(0).at("/object/metadata/resourceVersion").asLong()).isEqualTo(left);
    }

    @Test
    void saysNothingOfObjectsThatWereNeverInTheSelection() {
        long then = server.store.version();
        label("side", "b");
        label("side", "c");
        server.store.delete(WEB, Commit.STORE, same -> {});

        assertThat(watch("labelSelector=side%3Dnone&resourceVersion=" + then).text()).isEmpty();
        assertThat(watch("fieldSelector=metadata.name%3Dweb-1&resourceVersion=" + then).text()).isEmpty();
        assertThat(server.get("/api/v1/namespaces/other/pods?watch=1&resourceVersion=" + then).text()).isEmpty();
        assertThat(server.get("/api/v1/namespaces/shop/services?watch=1&resourceVersion=" + then).text()).isEmpty();
    }

    @Test
    void watchesOneObjectByItsAddress() {
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'web-1','namespace':'shop'}}");

        assertThat(server.get(PODS + "/web-1?watch=1").briefly()).containsExactly("ADDED web-1");
    }

    @Test
    void sendsBookmarksOnlyToThoseWhoAllowThem() {
        long then = server.store.version();

        Answer marked = watch("allowWatchBookmarks=true&resourceVersion=" + then);
        assertThat(marked.events()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(event.at("/object/kind").asText()).isEqualTo("Pod");
            assertThat(event.at("/object/metadata/resourceVersion").asLong()).isEqualTo(then);
            assertThat(event.at("/object/metadata").has("annotations")).isFalse();
        });
        assertThat(watch("resourceVersion=" + then).text()).isEmpty();
    }

    @Test
    void bookmarksAVersionOfTheWholeClusterAlthoughTheKindStoodStill() {
        long then = server.store.version();
        server.keep(ResourceKinds.SERVICES, "{'metadata':{'name':'web','namespace':'shop'}}");

        assertThat(watch("allowWatchBookmarks=true&resourceVersion=" + then).events().get(0)
                .at("/object/metadata/resourceVersion").asLong()).isEqualTo(server.store.version());
    }

    @Test
    void endsTheListInFrontOfAStreamWithAMark() {
        List<JsonNode> events = watch("sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
                + "&allowWatchBookmarks=true&resourceVersion=").events();

        assertThat(events.get(0).path("type").asText()).isEqualTo("ADDED");
        assertThat(events.get(1).path("type").asText()).isEqualTo("BOOKMARK");
        assertThat(events.get(1).at("/object/metadata/annotations/k8s.io~1initial-events-end").asText())
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendInitialEvents=true                                       | sendInitialEvents requires setting resourceVersionMatch to NotOlderThan
            sendInitialEvents=true&resourceVersionMatch=Exact            | Unsupported value: "Exact": supported values: "NotOlderThan"
            resourceVersion=5&resourceVersionMatch=NotOlderThan          | resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided
            """)
    void refusesOptionsThatDoNotGoTogether(String query, String why) {
        Answer refused = watch(query);

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message()).startsWith("ListOptions.meta.k8s.io \"\" is invalid: ").contains(why);
        assertThat(refused.text("/details/group")).isEqualTo("meta.k8s.io");
    }

    @ParameterizedTest
    @CsvSource({"timeoutSeconds=1, 1", "timeoutSeconds=61, 1", "timeoutSeconds=121, 2", "timeoutSeconds=-5, 0",
        "timeoutSeconds=0, 29", "timeoutSeconds=99999999999999, 29", "'', 29"})
    void lastsAsLongAsAskedButNotLongerThanHalfAnHour(String timeout, int looks) {
        long then = server.store.version();
        Answer watch = watch("allowWatchBookmarks=true&resourceVersion=" + then + "&" + timeout);

        assertThat(watch.code()).isEqualTo(200);
        assertThat(watch.ended()).isTrue();
        // The first look at the clock only finds out when the watch begins.
        assertThat(watch.events()).hasSizeBetween(Math.max(0, looks - 1), looks);
    }

    @Test
    void saysInTheStreamThatAVersionIsForgotten() {
        long then = server.store.version();
        label("side", "b");
        server.store.compact();

        Answer watch = watch("resourceVersion=" + then);
        assertThat(watch.code()).isEqualTo(200);
        assertThat(watch.events()).singleElement().satisfies(event -> {
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.at("/object/kind").asText()).isEqualTo("Status");
            assertThat(event.at("/object/code").asInt()).isEqualTo(410);
            assertThat(event.at("/object/message").asText()).startsWith("too old resource version: " + then);
        });
    }

    @Test
    void refusesAWatchOfTheFutureBeforeTheStreamBegins() {
        assertThat(watch("resourceVersion=99999999").code()).isEqualTo(504);
        assertThat(watch("labelSelector=a+b").code()).isEqualTo(400);
        assertThat(watch("fieldSelector=spec.color%3Dred").code()).isEqualTo(400);
    }

    @Test
    void printsEachEventAsARowForThoseWhoPrint() {
        List<JsonNode> events = server.get(PODS + "?watch=1", ServerInMemory.TABLE).events();

        assertThat(events.get(0).path("type").asText()).isEqualTo("ADDED");
        assertThat(events.get(0).at("/object/kind").asText()).isEqualTo("Table");
        assertThat(events.get(0).at("/object/rows/0/cells/0").asText()).isEqualTo("web-0");
    }

    @Test
    void sendsMetadataAloneToThoseWhoWantNoMore() {
        String accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

        assertThat(server.get(PODS + "?watch=1", accept).events().get(0).at("/object/kind").asText())
                .isEqualTo("PartialObjectMetadata");
    }

    @Test
    void putsEachEventOnALineOfItsOwn() {
        label("note", "two\\nlines");

        assertThat(watch("").text().lines()).hasSize(1);
        assertThat(watch("").type()).isEqualTo(ServerInMemory.JSON);
    }

    private Answer watch(String query) {
        return server.get(PODS + "?watch=1&" + query);
    }

    private void label(String key, String value) {
        server.store.update(WEB, Commit.STORE, pod -> {
            Fields.child(pod, "metadata", "labels").put(key, value);
            return pod;
        });
    }
}
