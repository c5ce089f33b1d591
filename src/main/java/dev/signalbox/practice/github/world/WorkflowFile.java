package dev.signalbox.practice.github.world;

import java.util.List;
import java.util.Set;

/// A workflow of a repository.
///
/// @param path the file's path in the repository
/// @param text the file as it is read over the contents API
/// @param events the events that start it
public record WorkflowFile(
        long id,
        String name,
        String path,
        String text,
        Set<String> events,
        List<Input> inputs,
        List<JobPlan> jobs) {

    /// Copies the collections.
    public WorkflowFile {
        events = Set.copyOf(events);
        inputs = List.copyOf(inputs);
        jobs = List.copyOf(jobs);
    }

    /// The last part of the path, by which requests may name the workflow.
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
