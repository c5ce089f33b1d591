package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.PodLogs;
import dev.signalbox.port.PodLogsContract;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Against the practice cluster over HTTP, as against a real one.
@Execution(ExecutionMode.CONCURRENT)
class KubernetesPodLogsTest extends PodLogsContract {

    private final Rig rig = new Rig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Override
    protected PodLogs logs() {
        return rig.cluster.logs();
    }

    @Override
    protected WorkloadKey workload() {
        return Rig.key(WorkloadKind.DEPLOYMENT);
    }

    @Override
    protected List<String> pods() {
        try {
            return rig.cluster.workloads().one(workload()).pods().stream().map(Pod::name).toList();
        } catch (RemoteFailure e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void remove(String pod) {
        HttpRequest delete = HttpRequest.newBuilder(
                URI.create(rig.address + "/api/v1/namespaces/shop/pods/" + pod + "?gracePeriodSeconds=0"))
                .header("Authorization", "Bearer " + Rig.TOKEN)
                .DELETE()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new AssertionError("not deleted: " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
