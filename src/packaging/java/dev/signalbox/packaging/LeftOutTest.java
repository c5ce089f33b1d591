package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What jlink leaves out of a module, and what it must keep of it.
class LeftOutTest {

    private static Predicate<String> pattern(String line) throws IOException {
        String pattern = LeftOut.of(line).pattern();
        assertThat(pattern).as("commas separate patterns").startsWith("regex:").doesNotContain(",");
        return Pattern.compile(pattern.substring("regex:".length())).asMatchPredicate();
    }

    @Test
    void everythingBelowThePackageGoesAndNothingBesideIt() throws IOException {
        Predicate<String> left = pattern("java.base/sun/launcher");

        assertThat(left).accepts("/java.base/sun/launcher/LauncherHelper.class")
                .accepts("/java.base/sun/launcher/resources/launcher.class", "/java.base/sun/launcher/a/B.class");
        assertThat(left).rejects("/java.base/sun/launchers/A.class", "/java.xml/sun/launcher/A.class");
    }

    @Test
    void ofEachPackageOneFileStaysThatIsNoTranslation() throws IOException {
        List<String> kept = LeftOut.of("java.xml/com/sun/org/apache/xpath").kept();
        Predicate<String> left = pattern("java.xml/com/sun/org/apache/xpath");

        assertThat(kept).as("jlink refuses a module that lacks a package")
                .hasSizeGreaterThan(3)
                .allMatch(name -> name.endsWith(".class"))
                .anyMatch(name -> name.startsWith("internal/res/"))
                .noneMatch(name -> left.test("/java.xml/com/sun/org/apache/xpath/" + name))
                .noneMatch(name -> RuntimeImage.isTranslation("/java.xml/com/sun/org/apache/xpath/" + name));
        assertThat(LeftOut.of("java.desktop/javax/swing/text/rtf").kept()).as("a package may hold no class")
                .anyMatch(name -> name.startsWith("charsets/"));
        assertThat(left).accepts(
                "/java.xml/com/sun/org/apache/xpath/internal/XPath.class",
                "/java.xml/com/sun/org/apache/xpath/internal/axes/AxesWalker.class",
                "/java.xml/com/sun/org/apache/xpath/" + kept.getFirst() + ".more");
    }

    @Test
    void aModuleThatIsNotThereIsTold() {
        assertThatThrownBy(() -> LeftOut.of("java.nowhere/a").kept())
                .isInstanceOf(IOException.class).hasMessageContaining("java.nowhere");
    }
}
