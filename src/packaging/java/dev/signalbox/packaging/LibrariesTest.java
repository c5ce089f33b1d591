package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {

    private static final String COMPONENTS = """
            {"components": [
              {"group": "org.a", "name": "a", "version": "1.0"},
              {"group": "org.openjfx", "name": "javafx-base", "version": "26"}]}""";

    @TempDir
    Path folder;

    @Test
    void removesWhatAnEarlierBuildLeft() throws IOException {
        Path jars = jars("a-1.0.jar", "a-0.9.jar", "signalbox-0.1.0.jar");

        assertThat(libraries(jars).settle()).containsExactly(jars.resolve("a-1.0.jar"));
        assertThat(Tree.list(jars, "")).containsExactly(jars.resolve("a-1.0.jar"));
    }

    @Test
    void refusesAListThatNamesWhatIsNotThere() throws IOException {
        Path jars = jars("b-1.0.jar");

        assertThatThrownBy(() -> libraries(jars).settle()).isInstanceOf(IOException.class)
                .hasMessageContaining("a-1.0.jar").hasMessageNotContaining("javafx");
    }

    @Test
    void saysWhyTheListMayBeMissing() throws IOException {
        Path jars = jars("a-1.0.jar");

        assertThatThrownBy(() -> new Libraries(jars, folder.resolve("none.json")).settle())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("offline");
        assertThat(jars.resolve("a-1.0.jar")).exists();
    }

    private Libraries libraries(Path jars) throws IOException {
        return new Libraries(jars, Files.writeString(folder.resolve("bom.json"), COMPONENTS));
    }

    private Path jars(String... names) throws IOException {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        for (String name : names) {
            Files.writeString(jars.resolve(name), name);
        }
        return jars;
    }
}
