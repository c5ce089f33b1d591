package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What runs is not what was last deployed.
///
/// @param deployed version or short commit that was deployed last, `running` what runs instead
/// @param kind how that came, as far as it can be told
public record Drift(String deployed, String running, Kind kind) {

    /// OCI annotation that names the commit an image was built from (image-spec, "pre-defined annotation keys").
    public static final String OCI_REVISION = "org.opencontainers.image.revision";

    /// `v2.14.1`, `2.14`; neither a short commit nor a build's number.
    private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d.*");

    /// `release-1.4.2`, `build-512`.
    private static final Pattern NUMBERED = Pattern.compile("(.*[-._])?v?\\d.*");

    /// `4be02d1`, `sha-4be02d1`, `main.4be02d1`.
    private static final Pattern COMMIT = Pattern.compile("(.*[-._])?[0-9a-f]{7,64}");

    /// By how much a cluster's clock may be behind that of the CI provider.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /// How what runs came to differ.
    public enum Kind {
        /// This console, or one like it, put an earlier revision back.
        ROLLED_BACK,
        /// Somebody changed the workload outside the pipeline.
        CHANGED_BY_HAND
    }

    /// Compares a workload with the newest successful deployment of its environment. Claims drift only when both sides are
    /// known: the commit from the image's annotation, or a tag that can be compared with the deployed ref. A deployment that
    /// was started on a branch for a version of somebody's choice does not say what it brought: then the cluster has to tell.
    ///
    /// @param deployments of the service's repository, newest first
    public static Optional<Drift> of(Workload workload, String environment, List<Deployment> deployments) {
        List<Deployment> here = deployments.stream()
                .filter(d -> d.environment().equals(environment))
                .toList();
        Optional<Deployment> last = here.stream()
                .filter(d -> d.state() == Deployment.State.SUCCESS)
                .findFirst();
        if (last.isEmpty() || workload.image().isEmpty()) {
            return Optional.empty();
        }
        Deployment deployed = last.get();
        String version = workload.image().get().version();
        String sha = workload.templateAnnotations().getOrDefault(OCI_REVISION, "");
        boolean comparable = !sha.isEmpty() || looksLikeVersion(deployed.ref());
        // A newer deployment that failed, or has not reported its success yet, may well be what runs already.
        boolean expected = here.subList(0, here.indexOf(deployed) + 1).stream()
                .anyMatch(d -> isSame(version, sha, d) || d != deployed && mayHaveBrought(workload, version, d));
        if (!comparable || expected) {
            return Optional.empty();
        }
        boolean ours = workload.lastChange() != null && workload.lastChange().manager().startsWith("signalbox");
        Kind kind = ours ? Kind.ROLLED_BACK : Kind.CHANGED_BY_HAND;
        if (saysNothingOf(version, deployed)) {
            return replacedSince(workload, version, deployed).map(brought -> new Drift(brought, version, kind));
        }
        String named = looksLikeVersion(deployed.ref()) ? deployed.ref() : shorten(deployed.sha());
        return Optional.of(new Drift(named, version, kind));
    }

    /// What a deployment that does not say it brought, where the cluster tells that this was replaced: a revision that is
    /// older than the deployment runs again, while one that came since has another version.
    private static Optional<String> replacedSince(Workload workload, String version, Deployment deployment) {
        Instant begun = deployment.createdAt();
        Optional<Revision> current = workload.currentRevision();
        if (begun == null || current.isEmpty() || !isOlder(current.get(), begun)) {
            return Optional.empty();
        }
        return workload.revisions().stream()
                .filter(revision -> revision.createdAt() != null && !isOlder(revision, begun))
                .findFirst()
                .map(Revision::version)
                .filter(brought -> !brought.equals(version));
    }

    private static boolean isOlder(Revision revision, Instant begun) {
        return revision.createdAt() != null && revision.createdAt().isBefore(begun.minus(CLOCKS_DIFFER));
    }

    /// Whether a deployment that does not say what it brings touched the workload last, as far as can be told.
    private static boolean mayHaveBrought(Workload workload, String version, Deployment deployment) {
        Instant changed = workload.lastChange() == null ? null : workload.lastChange().at();
        Instant begun = deployment.createdAt();
        return saysNothingOf(version, deployment)
                && (changed == null || begun == null || !changed.isBefore(begun.minus(CLOCKS_DIFFER)));
    }

    /// Whether the image is of a version while the deployment names a branch: its commit is then the branch's newest one,
    /// and not the one that the version was built from.
    private static boolean saysNothingOf(String version, Deployment deployment) {
        return VERSION.matcher(version).matches() && !looksLikeVersion(deployment.ref());
    }

    private static boolean isSame(String version, String sha, Deployment deployed) {
        if (!sha.isEmpty()) {
            return sha.equals(deployed.sha());
        }
        return version.equals(deployed.ref())
                || ("v" + version).equals(deployed.ref())
                || deployed.sha().startsWith(version) && version.length() >= 7;
    }

    /// Whether a tag is of one build, as far as can be told from its looks: that of a version, of a build's
    /// number or of a commit (`4be02d1`, `main-4be02d1`). Others (`main`, `latest`) are put on the newest build time and again.
    static boolean tellsBuild(String tag) {
        return NUMBERED.matcher(tag).matches() || COMMIT.matcher(tag).matches();
    }

    private static boolean looksLikeVersion(String ref) {
        return !ref.isEmpty() && (Character.isDigit(ref.charAt(0)) || ref.matches("v\\d.*"));
    }

    static String shorten(String sha) {
        return sha.length() > 7 ? sha.substring(0, 7) : sha;
    }
}
