package dev.signalbox.practice.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One service of the practice team as it is when practice begins.
///
/// @param kind `Deployment`, `StatefulSet` or `DaemonSet`
/// @param slowness factor on the durations of its jobs
/// @param versions everything that was ever tagged, oldest first; the last one is the head of the branch
/// @param places what runs in each environment
/// @param guard who must let releases into production
record ServiceStory(
        String name,
        String group,
        String kind,
        String language,
        double slowness,
        int firstRunNumber,
        List<Version> versions,
        Map<String, Place> places,
        Guard guard) {

    /// @param age how long ago its commit was made
    record Version(String name, Duration age, List<String> messages) {}

    /// @param version what runs there
    record Place(String version, int replicas) {}

    /// How production is protected.
    enum Guard {
        NOBODY,
        TEAM,
        SOMEONE_ELSE
    }

    static ServiceStory of(String group, String name, String kind, String language, double slowness,
            int firstRunNumber) {
        return new ServiceStory(name, group, kind, language, slowness, firstRunNumber, List.of(), Map.of(), Guard.TEAM);
    }

    /// Adds a version; the age is an ISO 8601 duration.
    ServiceStory tagged(String version, String age, String... messages) {
        List<Version> more = new java.util.ArrayList<>(versions);
        more.add(new Version(version, Duration.parse(age), List.of(messages)));
        return new ServiceStory(name, group, kind, language, slowness, firstRunNumber, List.copyOf(more), places,
                guard);
    }

    ServiceStory runs(String environment, String version, int replicas) {
        Map<String, Place> more = new java.util.HashMap<>(places);
        more.put(environment, new Place(version, replicas));
        return new ServiceStory(name, group, kind, language, slowness, firstRunNumber, versions, Map.copyOf(more),
                guard);
    }

    ServiceStory guardedBy(Guard who) {
        return new ServiceStory(name, group, kind, language, slowness, firstRunNumber, versions, places, who);
    }

    Place place(String environment) {
        Place place = places.get(environment);
        if (place == null) {
            throw new IllegalStateException(name + " does not run in " + environment);
        }
        return place;
    }

    /// The versions that an environment has seen, oldest first, ending with what runs there; three at most.
    List<Version> seenIn(String environment) {
        String current = place(environment).version();
        List<String> names = versions.stream().map(Version::name).toList();
        int last = names.indexOf(current);
        return versions.subList(Math.max(0, last - 2), last + 1);
    }

    String image(String version) {
        return "registry.practice.test/acme/" + name + ":" + version;
    }
}
