package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.port.ClusterIdentity;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the kubeconfig leads, whom it believes, and what the cluster says of itself: the uid of `kube-system`, which is
/// made with a cluster and never again.
final class KubernetesIdentity implements ClusterIdentity {

    private final ClusterAccess access;
    private final ApiPaths paths;
    private final ApiClient reading;

    KubernetesIdentity(ClusterAccess access, ApiPaths paths, ApiClient reading) {
        this.access = access;
        this.paths = paths;
        this.reading = reading;
    }

    @Override
    public ClusterFingerprint read() throws RemoteFailure {
        String authorities = access.trust().authorities();
        return new ClusterFingerprint(
                access.server().toString(), authorities == null ? "" : hash(authorities), uid());
    }

    private String uid() throws RemoteFailure {
        try {
            return Tree.text(
                    reading.read(ApiCall.get(paths.namespaces("/kube-system"))).json(), "metadata", "uid");
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.Forbidden || e.problem() instanceof RemoteProblem.NotFound) {
                return "";
            }
            throw e;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
