package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

class BannedCallsTest {

    private static final String FIXTURES = Product.fixtureRoot("calls");

    private final JavaClasses broken = Product.fixtures("calls");

    @Test
    void theProductTakesTimeChanceAndThreadsFromItsConstructors() {
        BannedCalls.inTheProduct(Product.ROOT).check(Product.mainClasses());
    }

    @Test
    void theProductCallsNothingThatIsBannedEverywhere() {
        JavaClasses product = Product.mainClasses();
        BannedCalls.everywhere(Product.ROOT).check(product);
        BannedCalls.noTypesFromDocuments().check(product);
    }

    @Test
    void testsWaitForConditionsAndDoNotSleep() {
        BannedCalls.everywhere(Product.ROOT).check(Product.testClasses());
    }

    @Test
    void reportsEveryKindOfBannedCall() {
        assertBreachesIn(
                breaches(BannedCalls.inTheProduct(FIXTURES), broken),
                "Impatient.clock()",
                "Impatient.clockByReference()",
                "Impatient.milliseconds()",
                "Impatient.chance()",
                "Impatient.thread(java.lang.Runnable)");
    }

    @Test
    void reportsSleepsForeignProgramsAndOpenTyping() {
        assertBreachesIn(
                breaches(BannedCalls.everywhere(FIXTURES), broken),
                "Impatient.pause()",
                "Impatient.program()",
                "Impatient.typing(com.fasterxml.jackson.databind.ObjectMapper)");
    }

    @Test
    void reportsARecordWhoseClassADocumentMayChoose() {
        assertThat(breaches(BannedCalls.noTypesFromDocuments(), broken))
                .singleElement()
                .asString()
                .contains("NamedByClass");
    }

    @Test
    void allowsAGivenClockAGivenSeedAndEverythingInTheOutermostLayer() {
        assertThat(breaches(BannedCalls.inTheProduct(FIXTURES), broken))
                .noneMatch(breach -> breach.contains("Impatient.calendar"))
                .noneMatch(breach -> breach.contains("Impatient.seeded"))
                .noneMatch(breach -> breach.contains("wiring.Clocks"));
    }

    private static void assertBreachesIn(List<String> breaches, String... methods) {
        for (String method : methods) {
            assertThat(breaches).anyMatch(breach -> breach.contains(method));
        }
    }
}
