package dev.signalbox.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.signalbox.domain.RemoteProblem;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/// The classes that rules look at: the product's, its tests', and fixtures that break one rule each on purpose.
final class Product {

    static final String ROOT = "dev.signalbox";
    private static final String FIXTURES = Product.class.getPackageName() + ".fixtures";

    private Product() {}

    static JavaClasses mainClasses() {
        return Main.CLASSES;
    }

    /// All test classes but the fixtures.
    static JavaClasses testClasses() {
        return Tests.CLASSES;
    }

    /// Root package of the fixtures for one rule; it stands where `dev.signalbox` stands in the product.
    static String fixtureRoot(String name) {
        return FIXTURES + "." + name;
    }

    static JavaClasses fixtures(String name) {
        String folder = fixtureRoot(name).replace('.', '/');
        return new ClassFileImporter().importPath(compiledBeside(Product.class).resolve(folder));
    }

    /// What a rule has to say against classes, a line for each breach.
    static List<String> breaches(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    /// Package of a class below a root: `provider.http`, or nothing for the root itself.
    static String packageBelow(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    static boolean isWithin(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    private static Path compiledBeside(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class folder has no readable address", e);
        }
    }

    /// Read once, when the first rule asks.
    private static final class Main {
        static final JavaClasses CLASSES = new ClassFileImporter().importPath(compiledBeside(RemoteProblem.class));
    }

    /// Read once, when the first rule asks.
    private static final class Tests {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/architecture/fixtures/"))
                .importPath(compiledBeside(Product.class));
    }
}
