package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;

/// One door to the screen's thread, and view models that know no control.
final class FxRules {

    private static final String PLATFORM = "javafx.application.Platform";

    private FxRules() {}

    /// Whichever class it is: a second one is a breach.
    static ArchRule oneDoorToTheFxThread() {
        return classes().should(new ArchCondition<>("leave " + PLATFORM + " to a single class") {
            private final Set<String> doors = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean opens = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().getName().equals(PLATFORM));
                if (opens) {
                    doors.add(outermost(type).getName());
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (doors.size() > 1) {
                    events.add(SimpleConditionEvent.violated(doors, "more than one door to the FX thread: " + doors));
                }
            }
        });
    }

    static ArchRule viewModelsKnowNoControl() {
        return noClasses()
                .that().haveNameMatching(".*\\.\\w+(ViewModel|Row|Rows|Card)(\\$.*)?")
                .should().dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .as("view models and rows know no control");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(FxRules::outermost).orElse(type);
    }
}
