package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/// Each library lives in one place, so that it can be replaced, limited and watched there.
final class LibraryHomes {

    private static final List<Home> HOMES = List.of(
            new Home("org.apache.hc", "provider.http"),
            new Home("io.fabric8", "provider.kubernetes"),
            new Home("com.fasterxml.jackson", "provider", "history", "practice", "wiring"),
            new Home("org.snakeyaml", "provider.yaml"),
            // Its tags make objects (CVE-2022-1471); snakeyaml-engine has none.
            new Home("org.yaml"),
            new Home("org.sqlite", "history"),
            new Home("org.pcollections", "state"),
            new Home("java.sql", "history"),
            new Home("javax.sql", "history"),
            new Home("org.eclipse.jgit", "provider.git", "practice.git"),
            new Home("org.apache.sshd", "provider.git"),
            new Home("javafx", "ui", "wiring"),
            new Home("com.sun.javafx"),
            // Every remote text is shown as text, never rendered as a page; views are code.
            new Home("javafx.scene.web"),
            new Home("javafx.fxml"),
            new Home("org.controlsfx", "ui", "wiring"),
            new Home("atlantafx", "ui", "wiring"),
            new Home("org.kordamp.ikonli", "ui", "wiring"),
            new Home("picocli", "", "wiring"),
            new Home("com.github.javakeyring", "desktop"),
            new Home("org.freedesktop", "desktop"),
            // What seals secrets: one place for keys, nonces and tags.
            new Home("javax.crypto", "secrets"),
            // One configured client talks to the outside; the practice team may use the JDK's. The one for clusters is
            // Fabric8's, which is the JDK's below, and is told there on whose threads it works.
            new Home("java.net.http", "practice", "provider.kubernetes"),
            new Home("com.sun.net.httpserver", "practice"),
            // One door for XML, or external entities come in through another (CVE-2025-4949 and its many sisters).
            new Home("javax.xml", "provider.xml"),
            new Home("org.xml", "provider.xml"),
            new Home("org.w3c", "provider.xml"));

    private static final Set<String> PURE = Set.of("domain", "state");

    /// What the pure middle may use of the JDK: values, time, text and collections, but nothing that reads or writes.
    private static final List<String> PURE_PACKAGES = List.of(
            "java.lang", "java.util", "java.time", "java.math", "java.text", "java.nio.charset", "java.security",
            "org.jspecify", "org.pcollections");

    /// Addresses are values as long as nobody opens them.
    private static final Set<String> PURE_CLASSES = Set.of("java.net.URI", "java.nio.file.Path");

    private LibraryHomes() {}

    static ArchRule librariesStayAtHome(String root) {
        return classes().should(new ArchCondition<>("use libraries only in their home") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = Product.packageBelow(root, type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used = dependency.getTargetClass().getBaseComponentType().getPackageName();
                    HOMES.stream()
                            .filter(home -> home.isLibraryOf(used) && !home.houses(from))
                            .forEach(home -> events.add(SimpleConditionEvent.violated(
                                    dependency, home.name + " is not at home here: " + dependency.getDescription())));
                }
            }
        });
    }

    static ArchRule pureMiddle(String root) {
        return classes().should(new ArchCondition<>("be pure in " + PURE) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String part = Product.packageBelow(root, type).replaceFirst("\\..*", "");
                if (!PURE.contains(part)) {
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (!isPure(root, used)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, part + " is pure, it may not use this: " + dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static boolean isPure(String root, JavaClass used) {
        String name = used.getPackageName();
        return used.isPrimitive()
                || Product.isWithin(name, root)
                || PURE_CLASSES.contains(used.getName())
                || PURE_PACKAGES.stream().anyMatch(allowed -> Product.isWithin(name, allowed));
    }

    /// @param name package of the library
    /// @param rooms packages below the root that may use it; the empty name is the root package itself
    private record Home(String name, String... rooms) {

        boolean isLibraryOf(String packageName) {
            return Product.isWithin(packageName, name);
        }

        boolean houses(String packageName) {
            return List.of(rooms).stream()
                    .anyMatch(room -> room.isEmpty() ? packageName.isEmpty() : Product.isWithin(packageName, room));
        }
    }
}
