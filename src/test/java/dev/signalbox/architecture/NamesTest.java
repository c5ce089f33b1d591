package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void noDrawersAnywhere() {
        Names.noDrawers(Product.ROOT).check(Product.mainClasses());
        Names.noDrawers(Product.ROOT).check(Product.testClasses());
    }

    @Test
    void everyTestIsRun() {
        Names.testsAreRun().check(Product.testClasses());
        Names.noTestIsSwitchedOff().check(Product.testClasses());
    }

    @Test
    void reportsDrawersAndEmptySuffixes() {
        assertThat(breaches(Names.noDrawers(Product.fixtureRoot("names")), Product.fixtures("names")))
                .anyMatch(breach -> breach.endsWith("util.Clock is named “util”"))
                .anyMatch(breach -> breach.endsWith("StringHelper is named “helper”"))
                .anyMatch(breach -> breach.endsWith("RunDtoMapper is named “dto”"))
                .anyMatch(breach -> breach.endsWith("RunDtoMapper is named “mapper”"))
                .noneMatch(breach -> breach.contains("Database"));
    }

    @Test
    void reportsTestsThatNobodyRuns() {
        assertThat(breaches(Names.testsAreRun(), Product.fixtures("untested")))
                .singleElement()
                .asString()
                .contains("RunsChecks");
    }

    @Test
    void reportsATestThatIsSwitchedOff() {
        assertThat(breaches(Names.noTestIsSwitchedOff(), Product.fixtures("untested")))
                .singleElement()
                .asString()
                .contains("isSwitchedOff");
    }
}
