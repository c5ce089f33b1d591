package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/// Which part may know which other part, and that no two packages know each other.
final class Layers {

    /// For each part (first package below the root) the parts that it may see besides itself.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("port", Set.of("domain")),
            Map.entry("state", Set.of("domain")),
            Map.entry("action", Set.of("port", "state", "domain")),
            Map.entry("monitor", Set.of("port", "state", "archive", "domain")),
            Map.entry("provider", Set.of("port", "domain")),
            Map.entry("history", Set.of("port", "domain")),
            Map.entry("desktop", Set.of("port", "domain")),
            Map.entry("secrets", Set.of("port", "domain")),
            // Reached over HTTP only: what it knew of us would be a way around the wire.
            Map.entry("practice", Set.of()),
            Map.entry("logs", Set.of("domain")),
            Map.entry("archive", Set.of("domain")),
            Map.entry("ui", Set.of("action", "state", "logs", "domain")),
            Map.entry(
                    "wiring",
                    Set.of(
                            "domain", "port", "state", "action", "monitor", "provider", "history", "desktop",
                            "archive", "logs", "practice", "secrets", "ui")),
            // The root package holds Main.
            Map.entry("", Set.of("wiring")));

    private Layers() {}

    static ArchRule arrows(String root) {
        return classes().should(followTheArrows(root)).as("parts see only the parts that the layout page allows");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles()
                .as("no cycles between packages at any depth");
    }

    private static ArchCondition<JavaClass> followTheArrows(String root) {
        return new ArchCondition<>("follow the arrows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String part = partOf(root, type);
                Set<String> seen = ARROWS.get(part);
                if (seen == null) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no known part: " + part));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!Product.isWithin(target.getPackageName(), root)) {
                        continue;
                    }
                    String other = partOf(root, target);
                    if (!other.equals(part) && !seen.contains(other)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, part + " may not see " + other + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String partOf(String root, JavaClass type) {
        return Product.packageBelow(root, type).replaceFirst("\\..*", "");
    }
}
