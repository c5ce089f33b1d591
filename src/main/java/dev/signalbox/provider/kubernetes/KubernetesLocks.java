package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Locks a workload with a coordination Lease beside it. A lease ends when it has not been renewed for its duration as
/// seen from here: workstations' clocks differ, so times written by others are believed only when they are long past.
final class KubernetesLocks implements Locks {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
    private static final int LONGEST_HOLDER = 200;

    private final ApiPaths paths;
    private final ApiClient reading;
    private final ApiClient writing;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Map<URI, Sighting> sightings = new HashMap<>();

    KubernetesLocks(
            ApiPaths paths, ApiClient reading, ApiClient writing, InstantSource clock, LongSupplier ticker) {
        this.paths = paths;
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
        this.ticker = ticker;
    }

    /// A version of somebody's lease and when we first saw it.
    private record Sighting(String version, long at) {}

    @Override
    public Answer take(WorkloadKey workload, String holder, Duration atMost) {
        try {
            return create(workload, holder, atMost);
        } catch (RemoteFailure e) {
            return new Answer.Without(reason(e.problem()));
        }
    }

    private Answer create(WorkloadKey workload, String holder, Duration atMost) throws RemoteFailure {
        ObjectNode lease = Tree.empty().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
        lease.putObject("metadata").put("name", name(workload)).put("namespace", workload.namespace());
        lease.set("spec", terms(holder, atMost));
        URI all = paths.leases(workload.namespace(), ApiPaths.AS_SIGNALBOX);
        ApiAnswer answer;
        try {
            answer = writing.exchange(new ApiCall("POST", all, ApiCall.JSON, Tree.write(lease)));
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.Unreachable(String ignored, RemoteProblem.Sent sent)
                    && sent == RemoteProblem.Sent.NOTHING) {
                throw e;
            }
            return takeOver(workload, holder, atMost); // it may have arrived: what is there tells
        }
        return answer.isGood()
                ? new Answer.Taken()
                : answer.status() == 409 ? takeOver(workload, holder, atMost) : refused(answer);
    }

    private Answer takeOver(WorkloadKey workload, String holder, Duration atMost) throws RemoteFailure {
        ApiAnswer read = reading.exchange(ApiCall.get(one(workload)));
        if (!read.isGood()) {
            return refused(read);
        }
        JsonNode lease = read.json();
        String other = Tree.text(lease, "spec", "holderIdentity");
        String version = Tree.text(lease, "metadata", "resourceVersion");
        if (!other.isEmpty() && !other.equals(clipped(holder)) && !isOver(one(workload), version, lease)) {
            return heldBy(lease);
        }
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "test").put("path", "/metadata/resourceVersion").put("value", version);
        patch.addObject().put("op", "add").put("path", "/spec").set("value", terms(holder, atMost));
        URI uri = URI.create(one(workload) + ApiPaths.AS_SIGNALBOX);
        ApiAnswer answer = writing.exchange(new ApiCall("PATCH", uri, ApiCall.JSON_PATCH, Tree.write(patch)));
        if (answer.isGood()) {
            return new Answer.Taken();
        }
        if (answer.status() == 409 || answer.status() == 422) {
            ApiAnswer winner = reading.exchange(ApiCall.get(one(workload)));
            return winner.isGood() ? heldBy(winner.json()) : refused(winner);
        }
        return refused(answer);
    }

    @Override
    public void release(WorkloadKey workload, String holder) {
        try {
            ApiAnswer read = reading.exchange(ApiCall.get(one(workload)));
            if (!read.isGood() || !Tree.text(read.json(), "spec", "holderIdentity").equals(clipped(holder))) {
                return;
            }
            JsonNode metadata = read.json().path("metadata");
            ObjectNode options = Tree.empty().put("apiVersion", "v1").put("kind", "DeleteOptions");
            options.putObject("preconditions")
                    .put("uid", Tree.text(metadata, "uid"))
                    .put("resourceVersion", Tree.text(metadata, "resourceVersion"));
            writing.exchange(new ApiCall("DELETE", one(workload), ApiCall.JSON, Tree.write(options)));
        } catch (RemoteFailure e) {
            // It expires by itself.
        }
    }

    private boolean isOver(URI uri, String version, JsonNode lease) {
        Duration length = Duration.ofSeconds(Math.max(1, Tree.number(lease, 60, "spec", "leaseDurationSeconds")));
        Instant renewed = Tree.time(lease, "spec", "renewTime");
        if (renewed != null && renewed.plus(length).plus(CLOCKS_MAY_DIFFER).isBefore(clock.instant())) {
            return true;
        }
        long now = ticker.getAsLong();
        synchronized (sightings) {
            Sighting seen = sightings.get(uri);
            if (seen == null || !seen.version().equals(version)) {
                sightings.put(uri, new Sighting(version, now));
                return false;
            }
            return now - seen.at() > length.toNanos();
        }
    }

    private ObjectNode terms(String holder, Duration atMost) {
        String now = MICROS.format(clock.instant());
        return Tree.empty()
                .put("holderIdentity", clipped(holder))
                .put("leaseDurationSeconds", (int) Math.max(1, atMost.toSeconds()))
                .put("acquireTime", now)
                .put("renewTime", now);
    }

    private static Answer heldBy(JsonNode lease) {
        @Nullable
        Instant since = Tree.time(lease, "spec", "acquireTime");
        return new Answer.HeldBy(SafeText.line(Tree.text(lease, "spec", "holderIdentity"), LONGEST_HOLDER), since);
    }

    private Answer refused(ApiAnswer answer) {
        return new Answer.Without(reason(writing.problem(answer)));
    }

    private static String reason(RemoteProblem problem) {
        return problem instanceof RemoteProblem.Forbidden
                ? "Your account may not use Leases, so nobody is warned: " + problem.detail()
                : "No lock: " + problem.detail();
    }

    private URI one(WorkloadKey workload) {
        return paths.leases(workload.namespace(), "/" + ApiPaths.segment(name(workload)));
    }

    private static String name(WorkloadKey workload) {
        return "signalbox." + workload.kind().kind().toLowerCase(Locale.ROOT) + "." + workload.name();
    }

    private static String clipped(String holder) {
        return holder.length() > LONGEST_HOLDER ? holder.substring(0, LONGEST_HOLDER) : holder;
    }
}
