package dev.signalbox.practice.github.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules of starting a workflow by hand.
public final class Dispatches {

    private static final int MOST_INPUTS = 25;

    private Dispatches() {}

    /// Checks what was asked for and fills in the defaults.
    ///
    /// @throws Refused 422 with the sentence that names what is wrong
    public static Map<String, String> check(Repository repository, WorkflowFile file, String ref,
            Map<String, String> given) {
        if (!file.events().contains("workflow_dispatch")) {
            throw new Refused(422, "Workflow does not have 'workflow_dispatch' trigger");
        }
        if (repository.shortName(ref).isEmpty()) {
            throw new Refused(422, "No ref found for: " + ref);
        }
        if (given.size() > MOST_INPUTS) {
            throw new Refused(422, "Invalid request. Only 25 inputs are allowed.");
        }
        List<String> known = file.inputs().stream().map(Input::name).toList();
        List<String> unknown = given.keySet().stream().filter(name -> !known.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new Refused(422, "Unexpected inputs provided: [\"" + String.join("\", \"", unknown) + "\"]");
        }
        List<String> missing = new ArrayList<>();
        Map<String, String> filled = new HashMap<>();
        for (Input input : file.inputs()) {
            String value = given.getOrDefault(input.name(), input.fallback());
            if (input.required() && value.isEmpty()) {
                missing.add(input.name());
            }
            if (!input.options().isEmpty() && !input.options().contains(value)) {
                throw new Refused(422, "Provided value '" + value + "' for input '" + input.name()
                        + "' not in the list of allowed values");
            }
            filled.put(input.name(), value);
        }
        if (!missing.isEmpty()) {
            throw new Refused(422, "Required input '" + missing.getFirst() + "' not provided");
        }
        return filled;
    }
}
