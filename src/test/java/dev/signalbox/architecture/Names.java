package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names say what a thing is; drawers for everything and suffixes for nothing are banned.
final class Names {

    private static final Set<String> DRAWERS = Set.of(
            "util", "utils", "common", "helper", "helpers", "manager", "managers", "base", "misc", "shared", "core");

    /// Words of the trade that only sound like a drawer.
    private static final Set<String> TERMS = Set.of("BaseUrl");

    /// Each of these has a word of its own in the house: Json, Mapping, ViewModel, Fake.
    private static final Set<String> EMPTY_SUFFIXES = Set.of("impl", "dto", "mapper", "presenter", "mock");

    private static final Set<String> TESTS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.params.ParameterizedTest");

    private static final Set<String> SWITCHED_OFF = Set.of("org.junit.jupiter.api.Disabled");

    private Names() {}

    static ArchRule noDrawers(String root) {
        return classes().should(new ArchCondition<>("not be named like a drawer") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> rooms = Stream.of(Product.packageBelow(root, type).split("\\."));
                String name = TERMS.stream().reduce(type.getSimpleName(), (left, term) -> left.replace(term, ""));
                Stream.concat(rooms, words(name))
                        .filter(word -> DRAWERS.contains(word) || EMPTY_SUFFIXES.contains(word))
                        .forEach(word -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " is named “" + word + "”")));
            }
        });
    }

    /// The build runs classes named `…Test` and no others.
    static ArchRule testsAreRun() {
        return classes().should(new ArchCondition<>("be named …Test when they hold tests") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean holdsTests = type.getMethods().stream().anyMatch(Names::isTest);
                boolean isContract = type.getModifiers().contains(JavaModifier.ABSTRACT);
                if (holdsTests && !isContract && !outermost(type).getSimpleName().endsWith("Test")) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " holds tests that nobody runs: its name does not end in Test"));
                }
            }
        });
    }

    static ArchRule noTestIsSwitchedOff() {
        return classes().should(new ArchCondition<>("run all their tests") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> onMethods = type.getMethods().stream()
                        .filter(method -> SWITCHED_OFF.stream().anyMatch(method::isAnnotatedWith))
                        .map(JavaMethod::getFullName);
                Stream<String> onType = SWITCHED_OFF.stream().anyMatch(type::isAnnotatedWith)
                        ? Stream.of(type.getName())
                        : Stream.empty();
                Stream.concat(onMethods, onType)
                        .forEach(name -> events.add(SimpleConditionEvent.violated(type, name + " is switched off")));
            }
        });
    }

    private static boolean isTest(JavaMethod method) {
        return TESTS.stream().anyMatch(method::isAnnotatedWith);
    }

    private static Stream<String> words(String camelCase) {
        return Stream.of(camelCase.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_"))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static JavaClass outermost(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        return outer.isPresent() ? outermost(outer.get()) : type;
    }
}
