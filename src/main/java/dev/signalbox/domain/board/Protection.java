package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.Freeze;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the board file forbids or warns of, beside the names that production asks for.
///
/// @param freezes when nobody should deploy, in addition to those that CI providers know
/// @param readOnly names of clusters that are looked at and never changed
/// @param hosts addresses of connections by their names, for those whose own configuration leaves the address to the team
public record Protection(List<Freeze> freezes, Set<String> readOnly, Map<String, String> hosts) {

    /// Nothing forbidden.
    public static final Protection NONE = new Protection(List.of(), Set.of(), Map.of());

    public Protection {
        freezes = List.copyOf(freezes);
        readOnly = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(readOnly));
        hosts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }

    /// Whether that cluster is looked at only.
    public boolean isReadOnly(String cluster) {
        return readOnly.contains(cluster);
    }

    /// This on top of another: freezes and clusters add up, so that nothing is taken away; addresses win over the other's.
    Protection over(Protection under) {
        Set<String> clusters = new LinkedHashSet<>(under.readOnly);
        clusters.addAll(readOnly);
        Map<String, String> addresses = new LinkedHashMap<>(under.hosts);
        addresses.putAll(hosts);
        return new Protection(
                Stream.concat(under.freezes.stream(), freezes.stream()).distinct().toList(), clusters, addresses);
    }

    /// A freeze in words: its two times, its zone and where it holds.
    public static String words(Freeze freeze) {
        return "“" + freeze.start() + "” to “" + freeze.end() + "”"
                + (freeze.zone().isEmpty() ? "" : " " + freeze.zone())
                + " in " + (freeze.environments().isEmpty() ? "all" : String.join(", ", freeze.environments()));
    }
}
