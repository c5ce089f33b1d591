package dev.signalbox.practice.gitlab.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules of `spec:inputs`.
public final class Inputs {

    private static final Map<String, String> DEFAULTS = Map.of("version", "", "environment", "development");
    private static final int LONGEST = 1024;

    private Inputs() {}

    /// Checks what was given and fills in the defaults.
    ///
    /// @throws Refused 400 with the sentence that names what is wrong
    public static Map<String, String> check(Map<String, String> given) {
        List<String> unknown = given.keySet().stream().filter(name -> !DEFAULTS.containsKey(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new Refused(400, "Given inputs not defined in the `spec` section of the included configuration file: "
                    + String.join(", ", unknown));
        }
        Map<String, String> filled = new HashMap<>(DEFAULTS);
        filled.putAll(given);
        String environment = filled.getOrDefault("environment", "");
        if (!PipelinePlan.ENVIRONMENTS.contains(environment)) {
            throw new Refused(400, "`environment` input: `" + environment
                    + "` cannot be used because it is not in the list of allowed options");
        }
        if (filled.getOrDefault("version", "").length() > LONGEST) {
            throw new Refused(400, "`version` input: provided value is too long");
        }
        return filled;
    }
}
