package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private final JavaClasses broken = Product.fixtures("shapes");

    @Test
    void aProviderShowsFewClasses() {
        Shapes.fewExports(Product.ROOT).check(Product.mainClasses());
    }

    @Test
    void nothingChangesForTheWholeProcess() {
        JavaClasses product = Product.mainClasses();
        Shapes.noChangingStatics().check(product);
        Shapes.noStaticCollectionsThatChange().check(product);
    }

    @Test
    void methodsReturnValuesAndNotFutures() {
        Shapes.noFuturesInSignatures().check(Product.mainClasses());
    }

    @Test
    void reportsAProviderThatShowsTooMuch() {
        assertThat(breaches(Shapes.fewExports(Product.fixtureRoot("shapes")), broken))
                .containsExactly("provider.many exports 5 classes, at most 4: [Five, Four, One, Three, Two]");
    }

    @Test
    void reportsAStaticFieldThatIsNotFinal() {
        assertThat(breaches(Shapes.noChangingStatics(), broken))
                .singleElement()
                .asString()
                .contains("lastName");
    }

    @Test
    void reportsStaticCollectionsThatChangeButNoConstants() {
        assertThat(breaches(Shapes.noStaticCollectionsThatChange(), broken))
                .anyMatch(breach -> breach.contains("java.util.HashMap"))
                .anyMatch(breach -> breach.contains("COUNT"))
                .noneMatch(breach -> breach.contains("CONSTANT"));
    }

    @Test
    void reportsAFutureInASignature() {
        assertThat(breaches(Shapes.noFuturesInSignatures(), broken))
                .singleElement()
                .asString()
                .contains("Restless.later()");
    }
}
