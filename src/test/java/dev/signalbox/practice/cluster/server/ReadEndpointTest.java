package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.server.ServerInMemory.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadEndpointTest {

    private final ServerInMemory server = new ServerInMemory();

    @BeforeEach
    void startWithSevenPods() {
        for (int number = 0; number < 7; number++) {
            pod("shop", "web-" + number, number % 2 == 0 ? "even" : "odd");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 4", "3, 3", "6, 2", "7, 1", "8, 1", "0, 1", "-1, 1"})
    void givesEveryObjectOnceHoweverTheListIsCut(int limit, int pages) {
        List<String> all = new ArrayList<>();
        int read = 0;
        String more = "";
        do {
            Answer page = server.get(PODS + "?limit=" + limit + more);
            all.addAll(page.names());
            more = "&continue=" + page.text("/metadata/continue");
            read++;
        } while (!more.equals("&continue="));

        assertThat(read).isEqualTo(pages);
        assertThat(all).containsExactly("web-0", "web-1", "web-2", "web-3", "web-4", "web-5", "web-6");
    }

    @Test
    void keepsAListThatIsReadInPagesAsItWasAtTheFirstPage() {
        Answer first = server.get(PODS + "?limit=3");
        server.store.delete(pod("web-5"), Commit.STORE, same -> {});
        pod("shop", "web-4b", "even");
        Answer second = server.get(PODS + "?limit=9&continue=" + first.text("/metadata/continue"));

        assertThat(second.names()).containsExactly("web-3", "web-4", "web-5", "web-6");
        assertThat(second.text("/metadata/resourceVersion")).isEqualTo(first.text("/metadata/resourceVersion"));
        assertThat(server.get(PODS).names()).contains("web-4b").doesNotContain("web-5");
    }

    @Test
    void saysHowManyAreLeftOnlyWhenItHasNotToSearch() {
        assertThat(server.get(PODS + "?limit=3").body().at("/metadata/remainingItemCount").asInt()).isEqualTo(4);
        assertThat(server.get(PODS + "?limit=7").body().path("metadata").has("remainingItemCount")).isFalse();

        Answer chosen = server.get(PODS + "?limit=3&labelSelector=side%3Deven");
        assertThat(chosen.names()).containsExactly("web-0", "web-2", "web-4");
        assertThat(chosen.body().path("metadata").has("remainingItemCount")).isFalse();
        assertThat(server.get(PODS + "?limit=3&labelSelector=side%3Deven&continue="
                + chosen.text("/metadata/continue")).names()).containsExactly("web-6");
    }

    @Test
    void goesOnAcrossNamespacesInTheirOrder() {
        server.keep(ResourceKinds.NAMESPACES, "{'metadata':{'name':'a-first'}}");
        pod("a-first", "web-9", "odd");

        Answer first = server.get("/api/v1/pods?limit=2");
        Answer second = server.get("/api/v1/pods?limit=2&continue=" + first.text("/metadata/continue"));
        assertThat(first.names()).containsExactly("web-9", "web-0");
        assertThat(second.names()).containsExactly("web-1", "web-2");
    }

    @Test
    void showsThePastToThoseWhoAskForExactlyThat() {
        long then = server.store.version();
        server.store.delete(pod("web-5"), Commit.STORE, same -> {});

        Answer past = server.get(PODS + "?resourceVersion=" + then + "&resourceVersionMatch=Exact");
        assertThat(past.names()).contains("web-5");
        assertThat(past.text("/metadata/resourceVersion")).isEqualTo(Long.toString(then));
        Answer fresh = server.get(PODS + "?resourceVersion=" + then + "&resourceVersionMatch=NotOlderThan");
        assertThat(fresh.names()).doesNotContain("web-5");
        assertThat(fresh.text("/metadata/resourceVersion")).isEqualTo(Long.toString(server.store.version()));
        assertThat(server.get(PODS + "?resourceVersion=" + then).names()).doesNotContain("web-5");
        assertThat(server.get(PODS + "?resourceVersion=0").names()).hasSize(6);
    }

    @Test
    void saysThatThePastIsForgotten() {
        long then = server.store.version();
        server.store.delete(pod("web-5"), Commit.STORE, same -> {});
        server.store.compact();

        Answer gone = server.get(PODS + "?resourceVersion=" + then + "&resourceVersionMatch=Exact");
        assertThat(gone.code()).isEqualTo(410);
        assertThat(gone.reason()).isEqualTo("Expired");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resourceVersionMatch=Exact                       | 422 | resourceVersionMatch is forbidden unless resourceVersion is provided
            resourceVersion=0&resourceVersionMatch=Exact     | 422 | resourceVersionMatch "exact" is forbidden for resourceVersion "0"
            resourceVersion=5&resourceVersionMatch=Younger   | 422 | Unsupported value: "Younger": supported values: "Exact", "NotOlderThan"
            resourceVersion=5&resourceVersionMatch=Exact&continue=x | 422 | resourceVersionMatch is forbidden when continue is provided
            sendInitialEvents=true                           | 422 | sendInitialEvents is forbidden for list
            resourceVersion=5&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhIn0 | 400 | specifying resource version is not allowed when using continue
            resourceVersion=-5                               | 400 | invalid syntax
            resourceVersion=99999999                         | 504 | Too large resource version: 99999999, current:
            """)
    void refusesVersionsThatMakeNoSense(String query, int code, String message) {
        Answer refused = server.get(PODS + "?" + query);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.message()).contains(message);
        assertThat(refused.text("/kind")).isEqualTo("Status");
        assertThat(refused.body().path("code").asInt()).isEqualTo(code);
    }

    @Test
    void tellsAClientFromTheFutureToComeBackInASecond() {
        Answer early = server.get(PODS + "?resourceVersion=99999999");

        assertThat(early.reason()).isEqualTo("Timeout");
        assertThat(early.body().at("/details/retryAfterSeconds").asInt()).isEqualTo(1);
        assertThat(early.text("/details/causes/0/reason")).isEqualTo("ResourceVersionTooLarge");
    }

    @Test
    void printsAPageOfATableWithItsContinuation() {
        Answer table = server.get(PODS + "?limit=2", ServerInMemory.TABLE);

        assertThat(table.text("/kind")).isEqualTo("Table");
        assertThat(table.body().path("rows")).hasSize(2);
        assertThat(table.text("/rows/1/cells/0")).isEqualTo("web-1");
        assertThat(server.get(PODS + "?continue=" + table.text("/metadata/continue")).names()).startsWith("web-2");
    }

    @Test
    void leavesTheSpecOutForThoseWhoWantMetadataOnly() {
        String accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

        assertThat(server.get(PODS + "/web-0", accept).body().has("spec")).isFalse();
        assertThat(server.get(PODS + "/web-0", accept).text("/metadata/labels/side")).isEqualTo("even");
        assertThat(server.get(PODS, accept).text("/items/6/metadata/name")).isEqualTo("web-6");
        assertThat(server.get(PODS, "application/yaml").code()).isEqualTo(406);
    }

    @Test
    void survivesAnEventWhoseTimeIsNone() {
        server.keep(ResourceKinds.EVENTS, "{'metadata':{'name':'odd','namespace':'shop'},'lastTimestamp':'later'}");

        assertThat(server.get("/api/v1/namespaces/shop/events", ServerInMemory.TABLE).text("/rows/0/cells/0"))
                .isEqualTo("<unknown>");
    }

    @Test
    void answersForAnEmptyNamespaceAndForOneThatIsNotThere() {
        assertThat(server.get(DEPLOYMENTS).code()).isEqualTo(200);
        assertThat(server.get(DEPLOYMENTS).body().path("items").isArray()).isTrue();
        assertThat(server.get("/apis/apps/v1/namespaces/void/deployments").code()).isEqualTo(200);
        assertThat(server.get(PODS + "/none").message()).isEqualTo("pods \"none\" not found");
    }

    private static ObjectKey pod(String name) {
        return new ObjectKey(ResourceKinds.PODS, "shop", name);
    }

    private void pod(String namespace, String name, String side) {
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'" + name + "','namespace':'" + namespace
                + "','labels':{'side':'" + side + "'}},'spec':{'containers':[{'name':'web'}]}}");
    }
}
