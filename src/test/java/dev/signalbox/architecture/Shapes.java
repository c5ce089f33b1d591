package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a class may export, hold for ever, and return.
final class Shapes {

    /// Public classes that a package may show to the others; what is not named here is not limited, and a package
    /// inside a named one has the limit of the nearest. A provider shows a factory and what it is made with, a screen
    /// its view, its view model and what it asks for.
    private static final Map<String, Integer> EXPORTS = Map.ofEntries(
            Map.entry("provider", 4),
            // The other providers speak through it, so it shows a vocabulary.
            Map.entry("provider.http", 20),
            Map.entry("ui.activity", 3),
            Map.entry("ui.approvals", 3),
            Map.entry("ui.board", 3),
            Map.entry("ui.insights", 3),
            Map.entry("ui.ledger", 3),
            Map.entry("ui.releases", 3),
            Map.entry("ui.runs", 3),
            Map.entry("ui.settings", 3));

    private static final Set<String> CHANGING = Set.of(
            "java.util.ArrayList", "java.util.LinkedList", "java.util.ArrayDeque", "java.util.HashMap",
            "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.WeakHashMap", "java.util.IdentityHashMap",
            "java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.util.PriorityQueue",
            "java.util.BitSet", "java.util.Properties", "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap", "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.ConcurrentLinkedDeque", "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.LinkedBlockingQueue", "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean", "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.LongAdder", "java.lang.ThreadLocal");

    private static final Set<String> FUTURES = Set.of(
            "java.util.concurrent.Future", "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionStage", "java.util.concurrent.Flow$Publisher");

    private Shapes() {}

    static ArchRule fewExports(String root) {
        return classes().should(new ArchCondition<>("export few classes per package") {
            private final Map<String, Set<String>> exported = new HashMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass()) {
                    exported.computeIfAbsent(Product.packageBelow(root, type), name -> new TreeSet<>())
                            .add(type.getSimpleName());
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                exported.forEach((name, types) -> {
                    int most = mostExports(name);
                    if (types.size() > most) {
                        events.add(SimpleConditionEvent.violated(
                                name, name + " exports " + types.size() + " classes, at most " + most + ": " + types));
                    }
                });
            }
        });
    }

    private static int mostExports(String packageName) {
        Integer most = EXPORTS.get(packageName);
        int dot = packageName.lastIndexOf('.');
        if (most != null) {
            return most;
        }
        return dot < 0 ? Integer.MAX_VALUE : mostExports(packageName.substring(0, dot));
    }

    static ArchRule noChangingStatics() {
        return noFields()
                .that().areStatic().and().areNotFinal().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should().beDeclaredInClassesThat(DescribedPredicate.alwaysTrue())
                .as("static fields are final");
    }

    static ArchRule noStaticCollectionsThatChange() {
        return classes().should(new ArchCondition<>("hold no static collection that can change") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> CHANGING.contains(field.getRawType().getName()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getDescription())));
                type.getStaticInitializer().ifPresent(start -> start.getConstructorCallsFromSelf().stream()
                        .filter(call -> CHANGING.contains(call.getTargetOwner().getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription()))));
            }
        });
    }

    static ArchRule noFuturesInSignatures() {
        return noMethods()
                .that().areNotPrivate().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should().haveRawReturnType(new DescribedPredicate<>("a future") {
                    @Override
                    public boolean test(JavaClass type) {
                        return FUTURES.contains(type.getName());
                    }
                })
                .as("blocking code on virtual threads: no futures in signatures");
    }
}
