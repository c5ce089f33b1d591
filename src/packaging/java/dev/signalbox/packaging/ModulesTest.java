package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

    private static final Path OWN = Path.of("packaging/common/modules.txt");

    @TempDir
    Path folder;

    @Test
    void namesTheModuleThatALibraryBeganToNeed() throws IOException {
        Modules modules = new Modules(Set.of("java.sql"), Set.of(), Set.of(), Set.of());

        assertThatThrownBy(
                () -> modules.refuseIfMissing(Set.of("java.sql", "java.rmi"), Set.of("java.sql", "java.base")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[java.rmi]");
    }

    @Test
    void isContentWithWhatComesAlongUnnamed() {
        Modules modules = new Modules(Set.of("java.sql"), Set.of(), Set.of(), Set.of());

        assertThatCode(() -> modules.refuseIfMissing(Set.of("java.xml"), Set.of("java.sql", "java.xml")))
                .doesNotThrowAnyException();
    }

    @Test
    void doesWithoutWhatTheProgramNeverReaches() throws IOException {
        Path file = Files.writeString(folder.resolve("modules.txt"), """
                # Why.
                java.sql

                not java.desktop
                without java.sql/some/drivers
                on linux without library libpictures.so
                """);
        Modules modules = Modules.read(file, Platform.LINUX);

        assertThat(modules.declared()).containsExactly("java.sql");
        assertThat(modules.renounced()).containsExactly("java.desktop");
        assertThat(modules.leftOut()).containsExactly("java.sql/some/drivers");
        assertThat(modules.libraries()).containsExactly("libpictures.so");
        assertThatCode(() -> modules.refuseIfMissing(Set.of("java.desktop", "java.sql"), Set.of("java.sql")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> modules.refuseIfMissing(Set.of("java.desktop", "java.rmi"), Set.of("java.sql")))
                .hasMessageContaining("[java.rmi]");
    }

    @Test
    void takesTheLastLineOfJdepsForTheAnswer() {
        assertThat(Modules.parse("Warning: split package\njava.base,java.sql\n")).containsExactly("java.base",
                "java.sql");
    }

    @Test
    void readsWhatARuntimeHolds() throws IOException {
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"25\"\nMODULES=\"java.base java.sql\"\n");

        assertThat(Modules.heldBy(folder)).containsExactly("java.base", "java.sql");
    }

    @Test
    void ownListNamesModulesOnly() throws IOException {
        assertThat(Modules.read(OWN, Platform.LINUX).declared())
                .contains("javafx.controls", "java.sql")
                .allMatch(name -> name.matches("[a-z.]+"));
    }

    @Test
    void ownListLeavesOutPackagesThatThisJavaHas() throws IOException {
        assertThat(Modules.read(OWN, Platform.LINUX).leftOut()).isNotEmpty().allSatisfy(
                left -> assertThat(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", left))
                        .isDirectory());
    }

    @Test
    void whereTheTrayComesThroughAwtNothingOfAwtIsLeftOut() throws IOException {
        for (Platform platform : List.of(Platform.MAC, Platform.WINDOWS)) {
            Modules modules = Modules.read(OWN, platform);
            assertThat(modules.declared()).isEqualTo(Modules.read(OWN, Platform.LINUX).declared());
            assertThat(modules.leftOut()).as(platform.name()).isNotEmpty()
                    .noneMatch(left -> left.startsWith("java.desktop/"));
            assertThat(modules.libraries()).as(platform.name()).isEmpty();
        }
        assertThat(Modules.read(OWN, Platform.LINUX).leftOut()).anyMatch(left -> left.startsWith("java.desktop/"));
    }

    @Test
    void tellsTheLinkerWhatIsLeftOut() throws IOException {
        Modules modules = Modules.read(OWN, Platform.LINUX);

        List<String> patterns = List.of(RuntimeImage.excluded(modules).split(","));

        assertThat(patterns).hasSize(4 + modules.leftOut().size())
                .contains("**.so")
                .contains(LeftOut.of("java.desktop/com/sun/media/sound").pattern());
    }

    @Test
    void takesLibrariesAwayThatNobodyReachesAndOnlyThose() throws IOException {
        Files.writeString(folder.resolve("libneeded.so"), "");
        Files.writeString(folder.resolve("libpictures.so"), "");
        Path outside = Files.writeString(folder.resolveSibling("libpictures.so"), "");

        RuntimeImage.leaveOut(folder, Set.of("libpictures.so", "libofanotherjava.so"));

        assertThat(folder).isDirectoryContaining("glob:**libneeded.so")
                .isDirectoryNotContaining("glob:**libpictures.so");
        assertThatThrownBy(() -> RuntimeImage.leaveOut(folder, Set.of("../libpictures.so")))
                .isInstanceOf(IOException.class).hasMessageContaining("../libpictures.so");
        assertThat(outside).exists();
        Files.delete(outside);
    }

    @Test
    void ownListLeavesOutLibrariesOfLinuxOnly() throws IOException {
        assertThat(Modules.read(OWN, Platform.LINUX).libraries())
                .as("named as there").isNotEmpty()
                .allMatch(name -> name.matches("lib[a-z_]+\\.so"));
    }

    @Test
    void leavesTheJavaRuntimesTranslationsOutAndNothingElse() {
        assertThat(List.of(
                "/java.base/sun/launcher/resources/launcher_de.class",
                "/javafx.controls/com/sun/javafx/scene/control/skin/resources/controls_zh_CN.properties"))
                .allMatch(RuntimeImage::isTranslation);
        assertThat(List.of(
                "/java.base/sun/launcher/resources/launcher.class",
                "/java.base/sun/util/resources/cldr/LocaleNames_en.class",
                "/java.base/sun/nio/cs/ISO_8859_1.class", "/java.base/java/util/Locale.class"))
                .noneMatch(RuntimeImage::isTranslation);
    }

    @Test
    void onlyLibrariesAtTheTopOfAJarAreUnpacked() {
        assertThat(RuntimeImage.isLibrary("libglass.so")).isTrue();
        assertThat(RuntimeImage.isLibrary("glass.dll")).isTrue();
        assertThat(RuntimeImage.isLibrary("../libglass.so")).isFalse();
        assertThat(RuntimeImage.isLibrary("com/sun/Glass.class")).isFalse();
    }
}
