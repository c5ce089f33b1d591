package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterCommands;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.Workloads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The cluster as another process sees it: one line there, one line back (see [SmallServer]).
final class WireCluster implements Workloads, Sender, Locks {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final int port;
    private final Trace trace;

    WireCluster(int port, Trace trace) {
        this.port = port;
        this.trace = trace;
    }

    Cluster ports() {
        ClusterCommands commands = new FakeCluster(new FakeClock());
        return new Cluster(
                FakeWorkload.KEY.cluster(), "local", List.of("shop"), (namespaces, listener) -> () -> {}, this,
                (workload, pod, previous, listener) -> () -> {}, commands, this, this, false);
    }

    String ask(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = in.readLine();
            if (answer == null) {
                throw new IOException("no answer");
            }
            return answer;
        }
    }

    private String traced(String line) throws IOException {
        trace.begin(line);
        String answer = ask(line);
        trace.end(line);
        return answer;
    }

    @Override
    public Workload one(WorkloadKey workload) throws RemoteFailure {
        try {
            String[] fields = traced("READ").split(" ", -1);
            FakeWorkload copy = new FakeWorkload();
            copy.generation = Long.parseLong(fields[0]);
            copy.observed = Long.parseLong(fields[1]);
            copy.template = fields[2];
            copy.replicas = Integer.parseInt(fields[3]);
            copy.updated = Integer.parseInt(fields[4]);
            copy.lastChange = new dev.signalbox.domain.cluster.LastChange(fields[5], NOON);
            return copy.now(NOON);
        } catch (IOException e) {
            throw new RemoteFailure(new RemoteProblem.Unreachable("No answer.", Sent.MAYBE));
        }
    }

    @Override
    public Workload spec(WorkloadKey workload) throws RemoteFailure {
        return one(workload);
    }

    @Override
    public Permit permit(PermitKey key) {
        return new Permit(true, "");
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        try {
            String answer = traced(request.method() + " " + request.body());
            return answer.equals("200")
                    ? new SendOutcome.Applied(200, "")
                    : new SendOutcome.NotApplied(new RemoteProblem.Conflict("The test failed."));
        } catch (IOException e) {
            return new SendOutcome.Unknown(new RemoteProblem.Unreachable("No answer.", Sent.MAYBE));
        }
    }

    @Override
    public Answer take(WorkloadKey workload, String holder, Duration atMost) {
        trace.begin("lock");
        trace.end("lock");
        return new Answer.Taken();
    }

    @Override
    public void release(WorkloadKey workload, String holder) {
        trace.begin("unlock");
        trace.end("unlock");
    }
}
