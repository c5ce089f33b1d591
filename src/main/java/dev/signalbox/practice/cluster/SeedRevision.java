package dev.signalbox.practice.cluster;

import java.time.Duration;
import java.util.Map;

/// One state that a seeded workload had.
///
/// @param templateAnnotations what the pods of this revision are annotated with
/// @param changeCause empty for none
/// @param age how long ago it was rolled out
public record SeedRevision(String image, Map<String, String> templateAnnotations, String changeCause, Duration age) {

    public SeedRevision {
        templateAnnotations = Map.copyOf(templateAnnotations);
    }
}
