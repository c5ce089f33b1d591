package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FxRulesTest {

    @Test
    void oneClassTalksToTheFxThread() {
        FxRules.oneDoorToTheFxThread().check(Product.mainClasses());
    }

    @Test
    void viewModelsAndRowsKnowNoControl() {
        FxRules.viewModelsKnowNoControl().check(Product.mainClasses());
    }

    @Test
    void reportsASecondDoor() {
        assertThat(breaches(FxRules.oneDoorToTheFxThread(), Product.fixtures("fx")))
                .singleElement()
                .asString()
                .contains("BackDoor", "FrontDoor");
    }

    @Test
    void reportsAViewModelWithAButton() {
        assertThat(breaches(FxRules.viewModelsKnowNoControl(), Product.fixtures("fx")))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("BoardViewModel"));
    }
}
