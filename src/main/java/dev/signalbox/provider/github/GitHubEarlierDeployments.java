package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What went well in an environment before what runs there now, at GitHub: the ways back. Each takes a request for its
/// status, so only few are looked for, of other commits, and a list that is read all the time looks for them once for
/// each deployment that comes to run.
final class GitHubEarlierDeployments {

    private static final int WANTED = 2;

    /// So many are looked at: between those that went well there may be some that failed, or still wait.
    private static final int MOST = 6;

    private static final int REMEMBERED = 500;

    private final NewestStatus statuses;
    private final Map<Place, Found> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    GitHubEarlierDeployments(NewestStatus statuses) {
        this.statuses = statuses;
    }

    /// Tells how a deployment stands; absent where it is gone.
    @FunctionalInterface
    interface NewestStatus {

        DeploymentJson.@Nullable StatusJson of(RepositoryId repository, long deployment) throws RemoteFailure;
    }

    private record Place(RepositoryId repository, String environment) {}

    /// @param live what ran when they were looked for
    private record Found(long live, List<Deployment> earlier) {}

    /// As they were found when what runs there came to run.
    List<Deployment> remembered(List<Deployment> newestFirst, String environment) throws RemoteFailure {
        Deployment live = live(newestFirst, environment);
        if (live == null) {
            return List.of();
        }
        Place place = new Place(live.repository(), environment);
        Found known;
        synchronized (remembered) {
            known = remembered.get(place);
        }
        if (known == null || known.live() != live.number()) {
            known = new Found(live.number(), lookedFor(newestFirst, live));
            synchronized (remembered) {
                remembered.put(place, known);
            }
        }
        return known.earlier();
    }

    /// As they stand now.
    List<Deployment> read(List<Deployment> newestFirst, String environment) throws RemoteFailure {
        Deployment live = live(newestFirst, environment);
        return live == null ? List.of() : lookedFor(newestFirst, live);
    }

    private List<Deployment> lookedFor(List<Deployment> newestFirst, Deployment live) throws RemoteFailure {
        List<Deployment> earlier = newestFirst.subList(newestFirst.indexOf(live) + 1, newestFirst.size()).stream()
                .filter(deployment -> deployment.environment().equals(live.environment()))
                .toList();
        Set<String> commits = new HashSet<>(Set.of(live.sha()));
        List<Deployment> good = new ArrayList<>();
        int asked = 0;
        for (Deployment each : earlier) {
            if (good.size() == WANTED || asked == MOST) {
                break;
            }
            if (!commits.contains(each.sha())) {
                asked++;
                DeploymentJson.StatusJson status = statuses.of(each.repository(), each.number());
                Deployment told = status == null ? each : GitHubDeploymentMapping.told(each, status);
                if (wentWell(told)) {
                    good.add(told);
                    commits.add(told.sha());
                }
            }
        }
        return List.copyOf(good);
    }

    private static @Nullable Deployment live(List<Deployment> newestFirst, String environment) {
        return newestFirst.stream()
                .filter(d -> d.environment().equals(environment) && d.state() == Deployment.State.SUCCESS)
                .findFirst()
                .orElse(null);
    }

    private static boolean wentWell(Deployment deployment) {
        return deployment.state() == Deployment.State.SUCCESS || deployment.state() == Deployment.State.INACTIVE;
    }
}
