package dev.signalbox.testing;

import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A strict server: every exchange is announced beforehand. A request that nobody announced is answered with 599 and
/// fails the test at [#verify()]; so does an announced one that never came. Exchanges for the same request are used in
/// the order in which they were announced.
///
/// ```java
/// try (StubServer server = StubServer.start()) {
///     server.on("GET", "/repos/acme/app").answer(RawAnswer.json("{}"));
///     …
///     server.verify();
/// }
/// ```
public final class StubServer implements AutoCloseable {

    private final FaultServer server;
    private final List<Stub> stubs = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    private StubServer() {
        this.server = FaultServer.start(this::play);
    }

    /// A server without any exchange.
    public static StubServer start() {
        return new StubServer();
    }

    /// Announces a request; its answer must be given with one of the methods of what is returned.
    ///
    /// @param target path and query exactly as they will be sent, encoded
    public Exchange on(String method, String target) {
        return new Exchange(method, target);
    }

    /// The address, without a slash at its end.
    public String address() {
        return server.address();
    }

    /// All requests so far, in the order in which they came.
    public List<ReceivedRequest> requests() {
        return server.requests();
    }

    /// Fails when a request came that nobody announced, or an announced one did not.
    public synchronized void verify() {
        List<String> complaints = new ArrayList<>();
        unexpected.forEach(request -> complaints.add("not announced: " + request));
        stubs.stream().filter(stub -> stub.mustCome && !stub.used)
                .forEach(stub -> complaints.add("never came: " + stub.method + " " + stub.target));
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        line.write(answerTo(request).bytes());
    }

    private synchronized RawAnswer answerTo(ReceivedRequest request) {
        for (Stub stub : stubs) {
            if ((!stub.used || stub.again) && stub.method.equals(request.method())
                    && stub.target.equals(request.target())) {
                stub.used = true;
                return stub.answer.apply(request);
            }
        }
        unexpected.add(request.method() + " " + request.target());
        return RawAnswer.of(599, "");
    }

    private synchronized void add(Stub stub) {
        stubs.add(stub);
    }

    /// A request that was announced and waits for its answer.
    public final class Exchange {

        private final String method;
        private final String target;

        private Exchange(String method, String target) {
            this.method = method;
            this.target = target;
        }

        /// Answered once; must come.
        public StubServer answer(RawAnswer answer) {
            return answer(request -> answer);
        }

        /// Answered once, by looking at the request; must come.
        public StubServer answer(Function<ReceivedRequest, RawAnswer> answer) {
            add(new Stub(method, target, answer, true, false));
            return StubServer.this;
        }

        /// Answered whenever it comes; need not come.
        public StubServer always(RawAnswer answer) {
            add(new Stub(method, target, request -> answer, false, true));
            return StubServer.this;
        }
    }

    private static final class Stub {
        private final String method;
        private final String target;
        private final Function<ReceivedRequest, RawAnswer> answer;
        private final boolean mustCome;
        private final boolean again;
        private boolean used;

        private Stub(
                String method, String target, Function<ReceivedRequest, RawAnswer> answer, boolean mustCome,
                boolean again) {
            this.method = method;
            this.target = target;
            this.answer = answer;
            this.mustCome = mustCome;
            this.again = again;
        }
    }
}
