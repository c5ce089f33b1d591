package dev.signalbox.architecture;

import static dev.signalbox.architecture.Product.breaches;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryHomesTest {

    private static final String FIXTURES = Product.fixtureRoot("libraries");

    private final JavaClasses broken = Product.fixtures("libraries");

    @Test
    void everyLibraryStaysAtHome() {
        LibraryHomes.librariesStayAtHome(Product.ROOT).check(Product.mainClasses());
    }

    @Test
    void theMiddleIsPure() {
        LibraryHomes.pureMiddle(Product.ROOT).check(Product.mainClasses());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "com.fasterxml.jackson",
        "io.fabric8",
        "java.net.http",
        "java.sql",
        "javafx",
        "javax.xml",
        "org.apache.hc",
        "org.snakeyaml"
    })
    void reportsALibraryAwayFromHome(String library) {
        assertThat(breaches(LibraryHomes.librariesStayAtHome(FIXTURES), broken))
                .anyMatch(breach -> breach.startsWith(library + " is not at home here"));
    }

    @Test
    void reportsADomainThatReadsFiles() {
        assertThat(breaches(LibraryHomes.pureMiddle(FIXTURES), broken))
                .isNotEmpty()
                .allMatch(breach -> breach.startsWith("domain is pure") && breach.contains("java.io.InputStream"));
    }
}
