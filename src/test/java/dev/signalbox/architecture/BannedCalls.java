package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/// Calls that take time, chance, threads, the environment or foreign code in by a side door.
final class BannedCalls {

    private static final String NEW = "<init>";

    private static final List<Ban> IN_THE_PRODUCT = List.of(
            clock("java.time.Instant", "now"),
            clock("java.time.LocalDate", "now"),
            clock("java.time.LocalTime", "now"),
            clock("java.time.LocalDateTime", "now"),
            clock("java.time.OffsetDateTime", "now"),
            clock("java.time.ZonedDateTime", "now"),
            clock("java.time.Clock", "systemUTC"),
            clock("java.time.Clock", "systemDefaultZone"),
            clock("java.time.Clock", "system"),
            clock("java.time.InstantSource", "system"),
            clock("java.lang.System", "currentTimeMillis"),
            new Ban("java.lang.Thread", NEW, "threads come from an executor that is closed in order", "wiring"),
            new Ban("java.lang.Thread", "startVirtualThread", "threads come from an executor", "wiring"),
            new Ban("java.lang.Thread", "ofVirtual", "threads come from an executor", "wiring"),
            new Ban("java.lang.Thread", "ofPlatform", "threads come from an executor", "wiring"),
            chance("java.util.Random", NEW),
            chance("java.util.SplittableRandom", NEW),
            chance("java.lang.Math", "random"),
            chance("java.util.concurrent.ThreadLocalRandom", "current"),
            chance("java.util.random.RandomGenerator", "getDefault"),
            chance("java.util.random.RandomGenerator", "of"),
            new Ban("java.lang.System", "getenv", "the environment comes in through constructors", "", "wiring",
                    "desktop"),
            new Ban("java.lang.System", "exit", "only the outermost layer ends the process", "", "wiring"),
            new Ban("java.lang.ProcessBuilder", NEW, "programs are started by one runner", "desktop", "provider",
                    "wiring"),
            new Ban("java.lang.Throwable", "printStackTrace", "problems are state or go to the log, redacted"),
            new Ban("java.awt.Desktop", "getDesktop", "the operating system is behind a port", "desktop"));

    private static final List<Ban> EVERYWHERE = List.of(
            new Ban("java.lang.Thread", "sleep", "wait for a condition, not for a while"),
            new Ban("java.util.concurrent.TimeUnit", "sleep", "wait for a condition, not for a while"),
            new Ban("org.testfx.api.FxRobot", "sleep", "wait for a condition, not for a while"),
            new Ban("org.testfx.api.FxRobotInterface", "sleep", "wait for a condition, not for a while"),
            new Ban("org.testfx.util.WaitForAsyncUtils", "sleep", "wait for a condition, not for a while"),
            new Ban("java.lang.Runtime", "exec", "splits a line into words by its own rules"),
            new Ban("java.io.ObjectInputStream", NEW, "reads code of others"),
            typing("activateDefaultTyping"),
            typing("activateDefaultTypingAsProperty"),
            typing("enableDefaultTyping"),
            typing("enableDefaultTypingAsProperty"),
            typing("setDefaultTyping"),
            typing("polymorphicTypeValidator"));

    /// Words of `@JsonTypeInfo` that let a document name a class.
    private static final Set<String> NAMED_BY_CLASS = Set.of("CLASS", "MINIMAL_CLASS");

    private BannedCalls() {}

    static ArchRule inTheProduct(String root) {
        return classes().should(notCall(root, IN_THE_PRODUCT));
    }

    static ArchRule everywhere(String root) {
        return classes().should(notCall(root, EVERYWHERE));
    }

    static ArchRule noTypesFromDocuments() {
        return classes().should(new ArchCondition<>("not let a document choose a class") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().endsWith("JsonTypeInfo$Id"))
                        .filter(access -> NAMED_BY_CLASS.contains(access.getTarget().getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                type.tryGetAnnotationOfType("com.fasterxml.jackson.annotation.JsonTypeInfo")
                        .filter(info -> NAMED_BY_CLASS.stream()
                                .anyMatch(word -> String.valueOf(info.getProperties().get("use")).endsWith("." + word)
                                        || String.valueOf(info.getProperties().get("use")).equals(word)))
                        .ifPresent(info -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " lets a document choose its class")));
            }
        });
    }

    private static ArchCondition<JavaClass> notCall(String root, List<Ban> bans) {
        return new ArchCondition<>("not call what is banned") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = Product.packageBelow(root, type);
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    for (Ban ban : bans) {
                        if (ban.isAbout(access.getTarget()) && !ban.allowedIn(from)) {
                            events.add(SimpleConditionEvent.violated(
                                    access, ban.reason + ": " + access.getDescription()));
                        }
                    }
                }
            }
        };
    }

    private static Ban clock(String owner, String method) {
        return new Ban(owner, method, "time comes in as an InstantSource", Set.of("java.time.Clock"), Set.of("wiring"));
    }

    private static Ban chance(String owner, String method) {
        return new Ban(owner, method, "chance comes in as a RandomGenerator", Set.of("long"), Set.of("wiring"));
    }

    private static Ban typing(String method) {
        return new Ban("com.fasterxml.jackson.databind.*", method, "a document may not choose a class");
    }

    /// @param owner class that declares the method, or a package and a star
    /// @param givenBy types of arguments that make the call harmless: a given clock, a given seed
    /// @param rooms packages below the root that may call it nevertheless
    private record Ban(String owner, String method, String reason, Set<String> givenBy, Set<String> rooms) {

        Ban(String owner, String method, String reason, String... rooms) {
            this(owner, method, reason, Set.of(), Set.of(rooms));
        }

        boolean isAbout(CodeUnitAccessTarget target) {
            return owns(target.getOwner())
                    && target.getName().equals(method)
                    && target.getRawParameterTypes().stream()
                            .noneMatch(type -> givenBy.contains(type.getName()));
        }

        boolean allowedIn(String packageName) {
            return rooms.stream()
                    .anyMatch(room -> room.isEmpty() ? packageName.isEmpty() : Product.isWithin(packageName, room));
        }

        private boolean owns(JavaClass type) {
            return owner.endsWith(".*")
                    ? (type.getPackageName() + ".*").equals(owner)
                    : type.getName().equals(owner);
        }
    }
}
