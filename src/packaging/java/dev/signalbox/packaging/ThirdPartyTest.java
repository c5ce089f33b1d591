package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThirdPartyTest {

    private static final long TIME = 1_793_491_200_000L;

    @TempDir
    Path folder;

    @Test
    void listsEveryComponentWithItsLicences() throws IOException {
        ThirdParty read = ThirdParty.collect(
                bom("""
                        {"group": "org.b", "name": "b", "version": "2", "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Other"}}]},
                        {"group": "org.a", "name": "a", "version": "1", "licenses": [{"expression": "Apache-2.0 OR MIT"}]}"""),
                List.of());

        assertThat(read.text()).contains("org.a:a 1: Apache-2.0 OR MIT\norg.b:b 2: MIT, Other\n");
    }

    @Test
    void refusesAComponentWithoutALicence() throws IOException {
        Path bom = bom("{\"group\": \"org.a\", \"name\": \"a\", \"version\": \"1\"}");

        assertThatThrownBy(() -> ThirdParty.collect(bom, List.of())).isInstanceOf(IOException.class)
                .hasMessageContaining("org.a:a 1");
    }

    @Test
    void givesATextOnceThoughSeveralJarsHoldIt() throws IOException {
        Path one = jar("one.jar", "META-INF/LICENSE", "Do as you like.\r\n");
        Path two = jar("two.jar", "META-INF/LICENSE.txt", "Do as you like.\n");

        String text = ThirdParty.collect(bom(""), List.of(one, two)).text();

        assertThat(text).containsOnlyOnce("Do as you like.").contains("one.jar, two.jar");
    }

    @Test
    void knowsLicenceFilesByTheirNames() {
        assertThat(List.of("META-INF/LICENSE", "META-INF/NOTICE.txt", "LICENSE.md", "META-INF/LICENSE-notice.md"))
                .allMatch(ThirdParty::isLegal);
        assertThat(List.of("META-INF/MANIFEST.MF", "org/a/License.class", "META-INF/maven/NOTICE/pom.xml"))
                .noneMatch(ThirdParty::isLegal);
    }

    @Test
    void theSameListMakesTheSameJar() throws IOException {
        ThirdParty read = ThirdParty.collect(bom(""), List.of());
        Path first = folder.resolve("first.jar");
        Path second = folder.resolve("second.jar");

        read.writeJar(first, TIME);
        read.writeJar(second, TIME);

        assertThat(first).hasSameBinaryContentAs(second);
        try (ZipFile zip = new ZipFile(first.toFile())) {
            assertThat(zip.getEntry(ThirdParty.RESOURCE)).isNotNull();
        }
    }

    @Test
    void fontsAreWorksOfOthersToo() throws IOException {
        String text = ThirdParty.collect(bom(""), List.of())
                .withFonts(Path.of("src/main/resources/dev/signalbox/ui/fonts")).text();

        assertThat(text).containsOnlyOnce("font:Inter: OFL-1.1\n").containsOnlyOnce("font:JetBrainsMono: OFL-1.1\n")
                .contains("The Inter Project Authors", "The JetBrains Mono Project Authors");
    }

    @Test
    void aFontWithoutAKnownLicenceIsNotShipped() throws IOException {
        Files.writeString(folder.resolve("Other_400Regular.ttf"), "glyphs");
        ThirdParty read = ThirdParty.collect(bom(""), List.of());

        assertThatThrownBy(() -> read.withFonts(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("Other_400");
        Files.writeString(folder.resolve("LICENSE-Other.txt"), "Ask us.");
        assertThatThrownBy(() -> read.withFonts(folder)).hasMessageContaining("LICENSE-Other.txt");
    }

    private Path bom(String components) throws IOException {
        return Files.writeString(folder.resolve("bom.json"), "{\"components\": [" + components + "]}");
    }

    private Path jar(String name, String entry, String text) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
