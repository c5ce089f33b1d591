package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayersTest {

    @Test
    void partsSeeOnlyWhatTheArrowsAllow() {
        Layers.arrows(Product.ROOT).check(Product.mainClasses());
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        Layers.noCycles(Product.ROOT).check(Product.mainClasses());
    }

    @Test
    void reportsEveryArrowAgainstTheDirection() {
        assertThat(breaches(Layers.arrows(Product.fixtureRoot("layers")), Product.fixtures("layers")))
                .anyMatch(breach -> breach.startsWith("domain may not see ui"))
                .anyMatch(breach -> breach.startsWith("ui may not see provider"))
                .anyMatch(breach -> breach.startsWith("practice may not see domain"))
                .noneMatch(breach -> breach.startsWith("provider may not"));
    }

    @Test
    void reportsAPartThatTheLayoutDoesNotKnow() {
        assertThat(breaches(Layers.arrows(Product.fixtureRoot("layers")), Product.fixtures("layers")))
                .anyMatch(breach -> breach.endsWith("is in no known part: attic"));
    }

    @Test
    void reportsACycleBetweenAPackageAndTheOneInsideIt() {
        assertThat(breaches(Layers.noCycles(Product.fixtureRoot("cycles")), Product.fixtures("cycles")))
                .singleElement()
                .asString()
                .contains("board.detail");
    }
}
