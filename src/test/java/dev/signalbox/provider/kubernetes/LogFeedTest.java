package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.ReadLog;
import dev.signalbox.provider.kubernetes.FaultServer.Connection;
import dev.signalbox.provider.kubernetes.FaultServer.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Following a log of a server that misbehaves as real ones do.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class LogFeedTest {

    private static final String AT = "2026-11-20T10:00:0";

    private final ReadLog read = new ReadLog();
    private final CountDownLatch forever = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private volatile String uid = "u1";

    private interface Log {
        /// @param time counted from 1: how often the log was opened before
        void answer(int time, Request request, Connection connection) throws IOException, InterruptedException;
    }

    private interface Check {
        void run(FaultServer server) throws Exception;
    }

    private void following(boolean previous, Log log, Check check) throws Exception {
        try (FaultServer server = new FaultServer((request, c) -> {
            if (request.path().contains("/log?")) {
                log.answer(opened.incrementAndGet(), request, c);
            } else if (uid.isEmpty()) {
                c.answer(404, "{\"kind\":\"Status\",\"message\":\"pods \\\"web-1\\\" not found\"}");
            } else {
                c.answer(200, "{\"metadata\":{\"name\":\"web-1\",\"uid\":\"" + uid
                        + "\"},\"spec\":{\"containers\":[{\"name\":\"app\"}]},\"status\":{\"phase\":\"Running\"}}");
            }
        })) {
            Kubernetes.Connected connected = Rig.connect(server.address());
            try (AutoCloseable handle = connected.cluster().logs()
                    .follow(Rig.key(WorkloadKind.DEPLOYMENT), "web-1", previous, read)) {
                assertThat(handle).isNotNull();
                check.run(server);
            } finally {
                connected.handle().close();
            }
        }
    }

    private static List<String> logRequests(FaultServer server) {
        return server.requests().stream().map(Request::path).filter(path -> path.contains("/log?")).toList();
    }

    @Test
    void goesOnWhereAConnectionBrokeInTheMiddleOfALine() throws Exception {
        following(false, (time, request, c) -> {
            c.startChunks();
            if (time == 1) {
                c.chunk(AT + "1.5Z one\n" + AT + "2.5Z two\n" + AT + "2.7Z thr");
                c.reset();
            } else {
                c.chunk(AT + "1.5Z one\n" + AT + "2.5Z two\n" + AT + "2.7Z three\n");
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.size() == 3);
            assertThat(read.words()).containsExactly("app \u2502 one", "app \u2502 two", "app \u2502 three");
            assertThat(logRequests(server)).hasSize(2);
            assertThat(logRequests(server).getFirst()).contains("follow=true").contains("tailLines=1000");
            assertThat(logRequests(server).get(1))
                    .endsWith("follow=true&sinceTime=2026-11-20T10:00:01Z").doesNotContain("tailLines");
        });
    }

    @Test
    void goesOnWhenTheServerEndsTheStream() throws Exception {
        following(false, (time, request, c) -> {
            c.startChunks();
            for (int line = Math.max(1, time - 1); line <= time; line++) {
                c.chunk(AT + line + "Z line " + line + "\n");
            }
            if (time < 3) {
                c.endChunks();
            } else {
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.size() == 3);
            assertThat(read.words()).containsExactly("app \u2502 line 1", "app \u2502 line 2", "app \u2502 line 3");
            assertThat(read.problems()).as("an end is no failure").isEmpty();
        });
    }

    @Test
    void takesGone410ForAReasonToLookAgain() throws Exception {
        following(false, (time, request, c) -> {
            if (time == 1) {
                c.answer(410, "{\"kind\":\"Status\",\"message\":\"gone\",\"code\":410}");
            } else {
                c.startChunks();
                c.chunk(AT + "1Z after\n");
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.size() == 1);
            assertThat(read.words()).containsExactly("app \u2502 after");
            assertThat(read.problems()).hasSize(1);
        });
    }

    @Test
    void readsThePodThatTookTheNameFromItsBeginning() throws Exception {
        following(false, (time, request, c) -> {
            c.startChunks();
            c.chunk(AT + "1Z of " + uid + "\n");
            if (time == 1) {
                uid = "u2";
                c.endChunks();
            } else {
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.size() == 3);
            assertThat(read.words()).containsExactly(
                    "app \u2502 of u1", "(pod web-1 was replaced by another of its name)", "app \u2502 of u2");
            assertThat(logRequests(server).get(1)).contains("tailLines=1000").doesNotContain("sinceTime");
        });
    }

    @Test
    void saysOnceThatThePodIsGoneAndFollowsItWhenItIsBack() throws Exception {
        following(false, (time, request, c) -> {
            c.startChunks();
            c.chunk(AT + time + "Z " + uid + "\n");
            if (time == 1) {
                uid = "";
                c.endChunks();
            } else {
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.contains("(pod web-1 is gone)"));
            uid = "u3";
            read.await(lines -> lines.size() == 3);
            assertThat(read.words()).containsExactly("app \u2502 u1", "(pod web-1 is gone)", "app \u2502 u3");
        });
    }

    @Test
    void saysOnceWhyAContainerHasNoLogAndWaitsForIt() throws Exception {
        following(false, (time, request, c) -> {
            if (time < 3) {
                c.answer(400, "{\"kind\":\"Status\",\"message\":\"container \\\"app\\\" is waiting to start\"}");
            } else {
                c.startChunks();
                c.chunk(AT + "1Z started\n");
                forever.await();
            }
        }, server -> {
            read.await(lines -> lines.size() == 2);
            assertThat(read.words())
                    .containsExactly("(container \"app\" is waiting to start)", "app \u2502 started");
            assertThat(read.problems()).isEmpty();
        });
    }

    @Test
    void tellsThatItMayNotAndComesBack() throws Exception {
        following(false, (time, request, c) -> {
            if (time == 1) {
                c.answer(403, "{\"kind\":\"Status\",\"message\":\"pods \\\"web-1\\\" is forbidden: User \\\"kim\\\""
                        + " cannot get resource \\\"pods/log\\\" in API group \\\"\\\"\"}");
            } else {
                c.startChunks();
                forever.await();
            }
        }, server -> {
            assertThat(read.awaitProblem()).isInstanceOf(RemoteProblem.Forbidden.class);
            read.awaitOpened();
        });
    }

    @Test
    void readsTheLogBeforeTheRestartToItsEndAndNoMore() throws Exception {
        following(true, (time, request, c) -> {
            c.startChunks();
            c.chunk(AT + "1Z one\n" + AT + "2Z cut off");
            c.endChunks();
        }, server -> {
            read.await(lines -> lines.size() == 2);
            assertThat(read.words()).containsExactly("app \u2502 one", "app \u2502 cut off");
            assertThat(logRequests(server)).singleElement().asString()
                    .contains("previous=true").doesNotContain("follow");
        });
    }

    @Test
    void closesAStreamThatSaysNothing() throws Exception {
        following(false, (time, request, c) -> {
            c.startChunks();
            forever.await();
        }, server -> read.awaitOpened());
        assertThat(read.lines()).isEmpty();
    }
}
