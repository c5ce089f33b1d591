package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.FaultServer.Connection;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that come page by page, from servers that lose their place.
@Timeout(60)
class KindListsTest {

    private static final String GONE =
            "{\"kind\":\"Status\",\"code\":410,\"message\":\"The provided continue parameter is too old\"}";

    private final List<Transport> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Transport::close);
    }

    @Test
    void readsPageAfterPageAndWatchesFromTheVersionOfTheLast() throws Exception {
        try (FaultServer server = new FaultServer((request, connection) -> {
            switch (token(request.path())) {
                case "" -> page(connection, "a b&c", "7", "u1", "u2");
                case "a%20b%26c" -> page(connection, "last", "7", "u3");
                default -> page(connection, "", "8");
            }
        })) {
            KindLists.Whole whole = lists(server.address(), Feed.PODS).read();
            assertThat(whole.items()).extracting(Trimmed::uid).containsExactly("u1", "u2", "u3");
            assertThat(whole.version()).isEqualTo("8");
            assertThat(server.requests()).hasSize(3).allMatch(r -> r.path().contains("?limit=500"));
            assertThat(server.requests().getFirst().path()).startsWith("/api/v1/namespaces/shop/pods?");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 400})
    void beginsAnewWhenThePlaceIsLostAndShowsNoPart(int status) throws Exception {
        AtomicInteger lost = new AtomicInteger();
        try (FaultServer server = new FaultServer((request, connection) -> {
            if (token(request.path()).isEmpty()) {
                page(connection, "more", "7", "u1");
            } else if (lost.getAndIncrement() == 0) {
                connection.answer(status, GONE);
            } else {
                page(connection, "", "9", "u2");
            }
        })) {
            KindLists.Whole whole = lists(server.address(), Feed.REPLICA_SETS).read();
            assertThat(whole.items()).extracting(Trimmed::uid).as("nothing twice").containsExactly("u1", "u2");
            assertThat(whole.version()).isEqualTo("9");
            assertThat(server.requests()).extracting(r -> token(r.path())).containsExactly("", "more", "", "more");
        }
    }

    @Test
    void doesNotBeginAnewForEver() throws Exception {
        try (FaultServer server = new FaultServer((request, connection) -> {
            if (token(request.path()).isEmpty()) {
                page(connection, "more", "7", "u1");
            } else {
                connection.answer(410, GONE);
            }
        })) {
            assertThatThrownBy(() -> lists(server.address(), Feed.DEPLOYMENTS).read())
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem())
                            .isInstanceOf(RemoteProblem.ServerFault.class)
                            .extracting(RemoteProblem::detail).asString().contains("expires while it is read"));
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aRefusalOnALaterPageIsAFailureAndNoShorterList() throws Exception {
        try (FaultServer server = new FaultServer((request, connection) -> {
            if (token(request.path()).isEmpty()) {
                page(connection, "more", "7", "u1");
            } else {
                connection.answer(403, "{\"message\":\"pods is forbidden\"}");
            }
        })) {
            assertThatThrownBy(() -> lists(server.address(), Feed.PODS).read())
                    .isInstanceOfSatisfying(RemoteFailure.class,
                            failure -> assertThat(failure.problem()).isInstanceOf(RemoteProblem.Forbidden.class));
        }
    }

    @Test
    void aListThatNeverEndsIsLeft() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        try (FaultServer server =
                new FaultServer((request, connection) -> page(connection, "p" + pages.incrementAndGet(), "7"))) {
            assertThatThrownBy(() -> lists(server.address(), Feed.STATEFUL_SETS).read())
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem().detail())
                            .isEqualTo("More than 100000 statefulsets"));
            assertThat(server.requests()).hasSize(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>login</html>", "[]", "", "{\"items\":[{]}", "{\"a\":1}{\"b\":2}"})
    void anAnswerThatIsNoListIsNotAnEmptyOne(String body) throws Exception {
        try (FaultServer server = new FaultServer((request, connection) -> connection.answer(200, body))) {
            assertThatThrownBy(() -> lists(server.address(), Feed.PODS).read()).isInstanceOf(RemoteFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DEPLOYMENTS:/apis/apps/v1/namespaces/shop/deployments", "PODS:/api/v1/namespaces/shop/pods",
        "STATEFUL_SETS:/apis/apps/v1/namespaces/shop/statefulsets",
        "DAEMON_SETS:/apis/apps/v1/namespaces/shop/daemonsets",
        "REPLICA_SETS:/apis/apps/v1/namespaces/shop/replicasets",
        "CONTROLLER_REVISIONS:/apis/apps/v1/namespaces/shop/controllerrevisions"
    })
    void everyKindHasItsPlace(String feedAndPath) throws Exception {
        String[] parts = feedAndPath.split(":", 2);
        try (FaultServer server = new FaultServer((request, connection) -> page(connection, "", "7"))) {
            lists(server.address(), Feed.valueOf(parts[0])).read();
            assertThat(server.requests().getFirst().path()).isEqualTo(parts[1] + "?limit=500");
        }
    }

    private static String token(String path) {
        int at = path.indexOf("&continue=");
        return at < 0 ? "" : path.substring(at + "&continue=".length());
    }

    private static void page(Connection connection, String next, String version, String... uids) throws IOException {
        StringBuilder items = new StringBuilder();
        for (String uid : uids) {
            items.append(items.isEmpty() ? "" : ",").append("{\"metadata\":{\"uid\":\"").append(uid).append("\"}}");
        }
        connection.answer(200, "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"" + version
                + "\",\"continue\":\"" + next + "\"},\"items\":[" + items + "]}");
    }

    private KindLists lists(URI address, Feed feed) {
        ClusterAccess access = new ClusterAccess(
                address, new Trust(null, null, false), null, Identity.ANONYMOUS, Impersonation.NONE, Path.of("config"));
        InstantSource clock = InstantSource.system();
        Transport transport = new Transport(access, "signalbox/test", Thread.ofVirtual().factory());
        opened.add(transport);
        ApiClient client = new ApiClient(
                transport,
                new Credentials(
                        access, (file, command, hash) -> false,
                        new ExecRunner(Map.of(), Thread.ofVirtual().factory(), Duration.ofSeconds(1)), clock),
                new Failures(clock), System::nanoTime, new Random(1), "cluster");
        return new KindLists(Rig.PROD, feed, "shop", new ApiPaths(address), client);
    }
}
