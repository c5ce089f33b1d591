package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.provider.kubernetes.FaultServer.Connection;
import dev.signalbox.provider.kubernetes.FaultServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The feeds against a server that misbehaves as real ones do.
@Execution(ExecutionMode.CONCURRENT)
class KindFeedTest {

    private static final String EMPTY = "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[]}";

    private final Heard heard = new Heard();
    private final CountDownLatch forever = new CountDownLatch(1);

    @Test
    void aCharacterThatArrivesInTwoPiecesStaysWhole() throws Exception {
        byte[] event = (added("1", "façade 🚦") + "\n").getBytes(StandardCharsets.UTF_8);
        watching((watch, c) -> {
            for (byte one : event) {
                c.chunk(new byte[] {one});
            }
            forever.await();
        }, () -> {
            Workload seen = heard.await(w -> true);
            assertThat(seen.labels()).containsEntry("words", "façade 🚦");
        });
    }

    @Test
    void unknownEventsAndBookmarksAreIgnored() throws Exception {
        watching((watch, c) -> {
            c.chunk("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"12\"}}}\n");
            c.chunk("{\"type\":\"SURPRISE\",\"object\":{\"kind\":\"Thing\"}}\n{\"type\":\"ADDED\",\"object\":{}}\n");
            c.chunk(added("1", "x") + "\n");
            forever.await();
        }, () -> assertThat(heard.await(w -> true).labels()).containsEntry("words", "x"));
    }

    @Test
    void goesOnFromTheNewestVersionWhenTheStreamBreaks() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!isDeployments(r)) {
                quiet(r, c);
            } else if (!r.path().contains("watch=true")) {
                c.answer(200, EMPTY);
            } else if (r.path().endsWith("resourceVersion=10")) {
                c.startChunks();
                c.chunk(added("17", "first") + "\n{\"type\":\"MODI");
                c.reset();
            } else {
                c.startChunks();
                c.chunk(added("18", r.path().replaceAll(".*resourceVersion=", "")) + "\n");
                forever.await();
            }
        })) {
            run(server, () -> {
                assertThat(heard.await(w -> w.labels().containsValue("17")).uid()).isEqualTo("u1");
                assertThat(lists(server)).isEqualTo(1);
            });
        }
    }

    @Test
    void anExpiredVersionInsideTheStreamListsOnceMore() throws Exception {
        AtomicInteger watches = new AtomicInteger();
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!isDeployments(r)) {
                quiet(r, c);
            } else if (!r.path().contains("watch=true")) {
                c.answer(200, EMPTY);
            } else if (watches.incrementAndGet() == 1) {
                c.startChunks();
                c.chunk("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}\n");
                c.endChunks();
            } else {
                c.startChunks();
                c.chunk(added("11", "after") + "\n");
                forever.await();
            }
        })) {
            run(server, () -> {
                heard.await(w -> w.labels().containsValue("after"));
                assertThat(lists(server)).isEqualTo(2);
            });
        }
    }

    @Test
    void whatWasAllowedIsNotGivenUpForOneRefusal() throws Exception {
        AtomicInteger watches = new AtomicInteger();
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!r.path().contains("/statefulsets")) {
                quiet(r, c);
            } else if (!r.path().contains("watch=true")) {
                c.answer(200, full());
            } else if (watches.incrementAndGet() == 2) {
                c.answer(403, "{\"kind\":\"Status\",\"code\":403,\"reason\":\"Forbidden\"}");
            } else {
                c.startChunks();
                if (watches.get() == 1) {
                    c.endChunks();
                } else {
                    c.chunk(added("12", "after") + "\n");
                    forever.await();
                }
            }
        })) {
            run(server, () -> {
                heard.await(w -> w.labels().containsValue("after"));
                assertThat(heard.log()).contains("troubled").doesNotContain("gone checkout");
            });
        }
    }

    @Test
    void anEmptyListAfterAReconnectIsAskedForTwice() throws Exception {
        AtomicInteger lists = new AtomicInteger();
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!isDeployments(r)) {
                quiet(r, c);
            } else if (r.path().contains("watch=true")) {
                c.answer(410, "{}");
            } else {
                int number = lists.incrementAndGet();
                c.answer(200, number % 2 == 1 && number < 5 ? full() : EMPTY);
            }
        })) {
            run(server, () -> {
                heard.awaitLog(log -> log.contains("seen checkout"));
                // Lists: full, empty, full again (so nothing is gone), empty, then empty for good.
                heard.awaitLog(log -> log.contains("gone checkout"));
                assertThat(lists.get()).isGreaterThanOrEqualTo(5);
            });
        }
    }

    @Test
    void aListGoesOverSeveralPagesAndBeginsAnewWhenItsContinuationExpires() throws Exception {
        AtomicInteger expired = new AtomicInteger();
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!isDeployments(r)) {
                quiet(r, c);
            } else if (r.path().contains("watch=true")) {
                c.startChunks();
                forever.await();
            } else if (!r.path().contains("continue=")) {
                c.answer(200, "{\"metadata\":{\"continue\":\"a b\",\"resourceVersion\":\"9\"},\"items\":[]}");
            } else if (expired.incrementAndGet() == 1) {
                c.answer(410, "{}");
            } else {
                c.answer(200, full());
            }
        })) {
            run(server, () -> {
                heard.await(w -> true);
                assertThat(server.requests().stream().map(Request::path).filter(p -> p.contains("continue=a%20b")))
                        .hasSize(2);
            });
        }
    }

    private interface Script {

        void play(Request watch, Connection connection) throws IOException, InterruptedException;
    }

    private interface Check {

        void run() throws Exception;
    }

    /// Deployments: an empty list, then a watch by script; all else is empty and quiet.
    private void watching(Script script, Check check) throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> {
            if (!isDeployments(r)) {
                quiet(r, c);
            } else if (r.path().contains("watch=true")) {
                c.startChunks();
                script.play(r, c);
            } else {
                c.answer(200, EMPTY);
            }
        })) {
            run(server, check);
        }
    }

    private void run(FaultServer server, Check check) throws Exception {
        Kubernetes.Connected connected = Rig.connect(server.address());
        try (AutoCloseable handle = connected.handle();
                AutoCloseable watch = connected.cluster().watch().start(List.of("shop"), heard)) {
            assertThat(Arrays.asList(handle, watch)).doesNotContainNull();
            check.run();
        } finally {
            forever.countDown();
        }
    }

    private void quiet(Request request, Connection connection) throws IOException, InterruptedException {
        if (request.path().contains("watch=true")) {
            connection.startChunks();
            forever.await();
        } else {
            connection.answer(200, EMPTY);
        }
    }

    private static long lists(FaultServer server) {
        return server.requests().stream().filter(r -> isDeployments(r) && !r.path().contains("watch=true")).count();
    }

    private static boolean isDeployments(Request request) {
        return request.path().contains("/deployments");
    }

    private static String full() {
        return "{\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + object("10", "x") + "]}";
    }

    private static String added(String version, String words) {
        return "{\"type\":\"ADDED\",\"object\":" + object(version, words) + "}";
    }

    private static String object(String version, String words) {
        return "{\"metadata\":{\"uid\":\"u1\",\"name\":\"checkout\",\"namespace\":\"shop\",\"resourceVersion\":\""
                + version + "\",\"labels\":{\"words\":\"" + words + "\"}},\"spec\":{\"replicas\":0}}";
    }
}
