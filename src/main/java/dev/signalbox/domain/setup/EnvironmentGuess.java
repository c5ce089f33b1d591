package dev.signalbox.domain.setup;

import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Guesses from names where a workload lives: its namespace tells, else its cluster, else whether that is production.
final class EnvironmentGuess {

    private static final String SEPARATORS = "[-_./]";
    /// What comes before production, or is just not that, is not production.
    private static final String BEFORE = "(?<![a-z0-9])(pre|non|not)[-_.](?=pro?d)";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dev", "development"), Map.entry("devel", "development"),
            Map.entry("development", "development"), Map.entry("int", "integration"),
            Map.entry("integration", "integration"), Map.entry("test", "test"), Map.entry("testing", "test"),
            Map.entry("qa", "qa"), Map.entry("uat", "uat"), Map.entry("stage", "staging"),
            Map.entry("stg", "staging"), Map.entry("staging", "staging"), Map.entry("preprod", "preprod"),
            Map.entry("preprd", "preprod"), Map.entry("preproduction", "preprod"), Map.entry("prod", "production"),
            Map.entry("prd", "production"),
            Map.entry("production", "production"), Map.entry("live", "production"));

    private EnvironmentGuess() {}

    static String of(WorkloadKey workload, ClusterMark mark) {
        return named(workload.namespace())
                .or(() -> named(workload.cluster().name()))
                .orElse(mark.isProduction() ? "production" : workload.namespace());
    }

    /// What the namespace is called apart from its environment: `shop` for `shop-staging`; absent when nothing is left.
    static Optional<String> group(WorkloadKey workload) {
        String rest = words(workload.namespace()).stream()
                .filter(word -> !NAMES.containsKey(word))
                .collect(Collectors.joining("-"));
        return Optional.of(rest).filter(name -> !name.isEmpty() && !name.equals("default"));
    }

    private static Optional<String> named(String name) {
        return words(name).stream().filter(NAMES::containsKey).map(NAMES::get).findFirst();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).replaceAll(BEFORE, "$1").split(SEPARATORS, -1))
                .map(word -> word.replaceFirst("\\d+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
